import Testing

@testable import FactoryCore

@Suite("What is said to the server so that a role is what it should be")
struct RolePlanTests {
    private let select = Grant(.table, "public.media_assets", "SELECT")
    private let update = Grant(.table, "public.media_assets", column: "final_path", "UPDATE")
    private let all = Grant(.table, "public.media_assets", "UPDATE")
    private let connect = Grant(.database, "", "CONNECT")

    private func texts(
        exists: Bool = true, surplus: [String] = [], memberships: [String] = [], has: Set<Grant>,
        passable: Set<Grant> = []
    ) -> [String] {
        let state = RoleState(
            exists: exists, surplusAttributes: surplus, memberships: memberships, grants: has, passable: passable)
        return RolePlan(.monitor, wanted: [select, update, connect], state: state)
            .statements(verifier: "it's", database: "\"Photo\"").map(\.text)
    }

    @Test("A new role is made, and given what it should have")
    func new() {
        let texts = texts(exists: false, has: [])
        #expect(texts[0].hasPrefix("CREATE ROLE factory_monitor LOGIN NOSUPERUSER "))
        #expect(texts[0].hasSuffix("PASSWORD 'it''s'"))
        #expect(texts[1] == "ALTER ROLE factory_monitor IN DATABASE \"Photo\" SET search_path TO public")
        #expect(
            texts.dropFirst(2) == [
                "GRANT CONNECT ON DATABASE \"Photo\" TO factory_monitor",
                "GRANT SELECT ON TABLE public.media_assets TO factory_monitor",
                "GRANT UPDATE (final_path) ON TABLE public.media_assets TO factory_monitor",
            ])
    }

    @Test("Of one that has all only the password is set")
    func asItShouldBe() {
        let texts = texts(has: [select, update, connect])
        #expect(texts.count == 2 && texts[0].hasPrefix("ALTER ROLE factory_monitor LOGIN "))
        #expect(!texts[0].contains("NOSUPERUSER"), "only superusers may say so")
    }

    @Test("What it has beyond goes, and then it is given all: a column's privilege goes with its table's")
    func surplus() {
        let texts = texts(
            surplus: ["NOSUPERUSER"], memberships: ["\"Admin\""], has: [select, update, connect, all])
        #expect(texts[0].contains("NOSUPERUSER"))
        #expect(
            texts.dropFirst(2).prefix(2) == [
                "REVOKE \"Admin\" FROM factory_monitor",
                "REVOKE UPDATE ON TABLE public.media_assets FROM factory_monitor CASCADE",
            ])
        #expect(texts.contains("GRANT UPDATE (final_path) ON TABLE public.media_assets TO factory_monitor"))
        #expect(texts.count == 7)
    }

    @Test("What it may grant to others is taken and given again")
    func passable() {
        let texts = texts(has: [select, update, connect], passable: [select])
        #expect(texts[2] == "REVOKE SELECT ON TABLE public.media_assets FROM factory_monitor CASCADE")
        #expect(texts.last == "GRANT UPDATE (final_path) ON TABLE public.media_assets TO factory_monitor")
    }
}
