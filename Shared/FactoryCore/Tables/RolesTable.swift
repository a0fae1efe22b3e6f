/// The server's roles, and what was granted to them in this database. Names come from the server already quoted.
enum RolesTable {
    /// The name of the database, as SQL writes it.
    static let database: SQL = "SELECT quote_ident(current_database())"

    /// One row with a boolean: whether the server has such a role.
    static func exists(_ role: ServiceRole) -> SQL {
        "SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = \(role.name))"
    }

    /// One row for each attribute that the role has and no service needs: the word that takes it.
    static func surplusAttributes(_ role: ServiceRole) -> SQL {
        """
        SELECT attribute.taken
        FROM pg_roles AS role
        CROSS JOIN LATERAL (VALUES
            ('NOSUPERUSER', role.rolsuper), ('NOCREATEDB', role.rolcreatedb), ('NOCREATEROLE', role.rolcreaterole),
            ('NOREPLICATION', role.rolreplication), ('NOBYPASSRLS', role.rolbypassrls)
        ) AS attribute (taken, is_held)
        WHERE role.rolname = \(role.name) AND attribute.is_held ORDER BY attribute.taken
        """
    }

    /// One row for each role of which it is a member: its name.
    static func memberships(_ role: ServiceRole) -> SQL {
        """
        SELECT quote_ident(owner.rolname)
        FROM pg_auth_members AS membership
        JOIN pg_roles AS owner ON owner.oid = membership.roleid
        JOIN pg_roles AS member ON member.oid = membership.member
        WHERE member.rolname = \(role.name) ORDER BY owner.rolname
        """
    }

    /// One row for each thing of the server or of this database that the role owns, in the server's words.
    static func owned(_ role: ServiceRole) -> SQL {
        """
        SELECT object.type || ' ' || object.identity
        FROM pg_shdepend AS thing
        CROSS JOIN LATERAL pg_identify_object(thing.classid, thing.objid, thing.objsubid) AS object
        JOIN pg_roles AS role ON thing.refclassid = 'pg_authid'::regclass AND thing.refobjid = role.oid
        JOIN pg_database AS here ON here.datname = current_database()
        WHERE role.rolname = \(role.name) AND thing.deptype = 'o' AND thing.dbid IN (0, here.oid) ORDER BY 1 LIMIT 10
        """
    }

    /// What was granted to the role: kind, object, column (NULL for all), privilege, whether it may grant it to others.
    static func grants(_ role: ServiceRole) -> SQL {
        """
        SELECT thing.kind, thing.object, thing.column_name, entry.privilege_type, entry.is_grantable
        FROM (
            SELECT 'DATABASE' AS kind, '' AS object, NULL AS column_name, datacl AS acl
            FROM pg_database WHERE datname = current_database()
            UNION ALL
            SELECT 'SCHEMA', quote_ident(nspname), NULL, nspacl FROM pg_namespace
            UNION ALL
            SELECT CASE relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END,
                concat(relnamespace::regnamespace, '.', quote_ident(relname)), NULL, relacl
            FROM pg_class
            UNION ALL
            SELECT 'TABLE', concat(class.relnamespace::regnamespace, '.', quote_ident(class.relname)),
                quote_ident(attribute.attname), attribute.attacl
            FROM pg_attribute AS attribute JOIN pg_class AS class ON class.oid = attribute.attrelid
            WHERE NOT attribute.attisdropped
            UNION ALL
            SELECT 'ROUTINE', concat(
                pronamespace::regnamespace, '.', quote_ident(proname), '(', pg_get_function_identity_arguments(oid), ')'),
                NULL, proacl
            FROM pg_proc
        ) AS thing
        CROSS JOIN LATERAL aclexplode(thing.acl) AS entry
        JOIN pg_roles AS role ON role.oid = entry.grantee
        WHERE role.rolname = \(role.name)
        """
    }

    /// Decodes what `grants` selects.
    static func grant(_ row: borrowing Row) throws(DatabaseError) -> (grant: Grant, isPassable: Bool) {
        let kind = try row.string(0)
        guard let known = Grant.Kind(rawValue: kind) else {
            throw DatabaseError(
                message: "the database answered the kind '\(kind)', which this program does not know", sqlState: nil,
                connectionLost: false)
        }
        let grant = Grant(known, try row.string(1), column: row.optionalString(2), try row.string(3))
        return (grant, try row.bool(4))
    }

    /// What may be closed to everybody: a thing, and whether the role of the session owns it.
    static let doors: SQL = """
        SELECT 'DATABASE ' || quote_ident(datname), pg_has_role(datdba, 'USAGE')
        FROM pg_database WHERE datname = current_database()
        UNION ALL
        SELECT 'SCHEMA ' || quote_ident(nspname), pg_has_role(nspowner, 'USAGE')
        FROM pg_namespace WHERE nspname IN ('public', 'factory')
        ORDER BY 1
        """

    /// Takes from everybody what everybody has on a thing of `doors`.
    static func close(_ door: String) -> SQL {
        "REVOKE ALL ON \(unsafe: door) FROM PUBLIC"
    }

    /// Takes from everybody what everybody has on the factory's own tables and functions.
    static let closeTables: [SQL] = [
        "REVOKE ALL ON ALL TABLES IN SCHEMA factory FROM PUBLIC",
        "REVOKE ALL ON ALL SEQUENCES IN SCHEMA factory FROM PUBLIC",
        "REVOKE ALL ON ALL ROUTINES IN SCHEMA factory FROM PUBLIC",
        "REVOKE ALL ON TABLE public.media_assets, public.system_status, public.system_status_history FROM PUBLIC",
        "REVOKE ALL ON SEQUENCE public.system_status_history_id_seq FROM PUBLIC",
    ]

    static func create(_ role: ServiceRole, verifier: String) -> SQL {
        """
        CREATE ROLE \(unsafe: role.name) LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS
        CONNECTION LIMIT \(unsafe: String(role.connections)) PASSWORD \(unsafe: literal(verifier))
        """
    }

    /// - Parameter surplus: words of `surplusAttributes`. What the role does not have is not taken from it, for that only
    ///   superusers may.
    static func alter(_ role: ServiceRole, without surplus: [String], verifier: String) -> SQL {
        """
        ALTER ROLE \(unsafe: role.name) LOGIN VALID UNTIL 'infinity' \(unsafe: surplus.joined(separator: " "))
        CONNECTION LIMIT \(unsafe: String(role.connections)) PASSWORD \(unsafe: literal(verifier))
        """
    }

    /// The services name the schema of everything; this is for people who log in as one of them.
    static func setSearchPath(of role: ServiceRole, database: String) -> SQL {
        "ALTER ROLE \(unsafe: role.name) IN DATABASE \(unsafe: database) SET search_path TO public"
    }

    static func leave(_ membership: String, _ role: ServiceRole) -> SQL {
        "REVOKE \(unsafe: membership) FROM \(unsafe: role.name)"
    }

    static func grant(_ grant: Grant, to role: ServiceRole, database: String) -> SQL {
        "GRANT \(unsafe: grant.clause(database: database)) TO \(unsafe: role.name)"
    }

    static func revoke(_ grant: Grant, from role: ServiceRole, database: String) -> SQL {
        "REVOKE \(unsafe: grant.clause(database: database)) FROM \(unsafe: role.name) CASCADE"
    }

    private static func literal(_ text: String) -> String {
        "'\(text.replacing("'", with: "''"))'"
    }
}
