import Configuration

/// Reads settings by their documented names: a flag of the command line first, then the environment.
///
/// An empty value counts as absent, for that is what a compose file makes of a variable that nobody set. A value that
/// cannot be used is an error; it never falls back to the default.
public struct Settings: Sendable {
    private let reader: ConfigReader
    private let flagKeys: Set<String>

    /// - Parameters:
    ///   - flags: values given on the command line, by the same upper-case names.
    ///   - environment: the process's environment.
    public init(flags: [String: String], environment: [String: String] = ProcessEnvironment.current) {
        let given = flags.filter { !$0.value.isEmpty }
        flagKeys = Set(given.keys)
        let flagValues = given.map { key, value in
            (AbsoluteConfigKey(Self.key(key)), ConfigValue(.string(value), isSecret: false))
        }
        reader = ConfigReader(providers: [
            InMemoryProvider(name: "flags", values: Dictionary(flagValues) { $1 }),
            EnvironmentVariablesProvider(environmentVariables: environment),
        ])
    }

    /// The value of `key`, or nil where it is absent.
    public func string(_ key: String) -> String? {
        let value = reader.string(forKey: Self.key(key))
        return value?.isEmpty == false ? value : nil
    }

    /// Whether `key` was given on the command line.
    public func isFlag(_ key: String) -> Bool {
        flagKeys.contains(key)
    }

    /// A whole number within `range`.
    ///
    /// - Throws: `SettingsError` when the value is no whole number or out of range.
    public func integer(_ key: String, in range: ClosedRange<Int>) throws(SettingsError) -> Int? {
        guard let text = string(key) else { return nil }
        guard let value = Int(text), range.contains(value) else {
            throw SettingsError(
                key: key,
                reason: "is '\(text)', but must be a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return value
    }

    /// One of a few words.
    ///
    /// - Throws: `SettingsError` when the value is none of them.
    public func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ key: String, default fallback: Choice
    ) throws(SettingsError) -> Choice {
        guard let text = string(key) else { return fallback }
        guard let choice = Choice(rawValue: text) else {
            let words = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            throw SettingsError(key: key, reason: "is '\(text)', but must be one of: \(words)")
        }
        return choice
    }

    /// A secret: the value of `key`, or else the first line of the file that `key_FILE` names.
    ///
    /// - Throws: `SettingsError` when that file cannot be read, or holds no secret.
    public func secret(_ key: String) throws(SettingsError) -> String? {
        if let value = string(key) { return value }
        let fileKey = "\(key)_FILE"
        guard let path = string(fileKey) else { return nil }
        return try SecretFile.read(path, key: fileKey)
    }

    /// The library writes a key's single component in capitals to find the variable.
    private static func key(_ name: String) -> ConfigKey {
        ConfigKey([name.lowercased()])
    }
}
