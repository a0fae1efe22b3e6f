# shellcheck shell=bash
# Syncthing's configuration for its first start: the inbox as a folder that only receives, a password for its page, and an
# API key that the service monitor knows. One that is there already is the owner's, and is only read. Sourced.

SYNCTHING=$STATE/syncthing_config/config

configure_syncthing() {
    local configuration=$SYNCTHING/config.xml key
    if [[ ! -e $configuration ]]; then
        write_ignore_patterns
        write_configuration "$configuration"
        : >"$MASTER/syncthing_is_ours"
    fi
    # Also when somebody had Syncthing make a new one.
    key=$(sed -nE 's/.*<apikey>([^<]+)<\/apikey>.*/\1/p' "$configuration" | head -n 1)
    [[ -z $key || $key == "$(<"$MASTER/syncthing_api_key")" ]] || printf '%s\n' "$key" >"$MASTER/syncthing_api_key"
}

write_configuration() {
    install -d -m 700 -o "$PUID" -g "$PGID" -- "$SYNCTHING"
    sed -e "s|{{api key}}|$(<"$MASTER/syncthing_api_key")|" -e "s|{{password}}|$(hashed "$MASTER/syncthing_password")|" \
        syncthing.xml >"$1.making"
    chmod 600 -- "$1.making"
    chown "$PUID:$PGID" -- "$1.making"
    mv -- "$1.making" "$1"
}

# The hash that Syncthing keeps of a password: bcrypt, with 16 random bytes in its own alphabet.
hashed() {
    # shellcheck disable=SC2016  # Perl's variables
    perl -e '
        use strict;
        open my $file, "<", $ARGV[0] or die; chomp(my $password = <$file>);
        open my $random, "<:raw", "/dev/urandom" or die; read($random, my $bytes, 22) == 22 or die;
        my @alphabet = split //, "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        my $salt = join "", map { $alphabet[ord($_) % 64] } split //, $bytes;
        # The last of the 22 carries two bits only.
        substr($salt, 21, 1) = (".", "O", "e", "u")[ord($bytes) % 4];
        my $hash = crypt($password, "\$2b\$10\$$salt");
        die unless defined $hash && length $hash == 60;
        print $hash;
    ' "$1" || refuse "The password of Syncthing's page cannot be hashed."
}

write_ignore_patterns() {
    local file=$FACTORY/Photos_Inbox/.stignore
    [[ ! -e $file ]] || return 0
    install -m 644 -o "$PUID" -g "$PGID" -- stignore "$file"
}
