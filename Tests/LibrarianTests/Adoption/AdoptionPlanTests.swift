import FactoryCore
import Testing

@testable import librarian

@Suite("The plan of an adoption")
struct AdoptionPlanTests {
    private let ids = (0..<3).map { _ in VaultID.random() }
    private let newID = VaultID.random()

    private func findings(
        database: VaultID? = nil, storage: VaultID? = nil, inbox: VaultID? = nil, originals: Int = 9, rows: Int = 9,
        sampled: Int? = nil, present: Int? = nil, readOnly: [VaultPlace] = []
    ) -> AdoptionFindings {
        let state = VaultState(
            inboxPath: "/in", storagePath: "/out", inbox: inbox, storage: storage,
            ledger: .answers(id: database, isEmpty: rows == 0), originalsAreEmpty: originals == 0, readOnly: readOnly)
        return AdoptionFindings(
            state: state, originals: originals, rows: rows, sampled: sampled ?? rows, present: present ?? rows,
            newest: nil)
    }

    private func plan(_ findings: AdoptionFindings) -> AdoptionPlan {
        AdoptionPlan.of(findings, newID: newID)
    }

    @Test("gives what has no id a new one, in the order database, Storage, inbox")
    func new() {
        #expect(plan(findings()) == .write(newID, [.database, .storage, .inbox]))
        #expect(plan(findings(rows: 0)) == .write(newID, [.database, .storage, .inbox]))
    }

    @Test("uses Storage's id before the database's, and that before the inbox's")
    func existing() {
        #expect(plan(findings(storage: ids[0])) == .write(ids[0], [.database, .inbox]))
        #expect(plan(findings(database: ids[0])) == .write(ids[0], [.storage, .inbox]))
        #expect(plan(findings(inbox: ids[0])) == .write(ids[0], [.database, .storage]))
        #expect(plan(findings(database: ids[0], inbox: ids[1])) == .write(ids[0], [.storage, .inbox]))
    }

    @Test("takes a new inbox, also one that shows another id")
    func inbox() {
        #expect(plan(findings(database: ids[0], storage: ids[0])) == .write(ids[0], [.inbox]))
        #expect(plan(findings(database: ids[0], storage: ids[0], inbox: ids[1])) == .write(ids[0], [.inbox]))
        #expect(plan(findings(database: ids[0], storage: ids[0], inbox: ids[0])) == .agreed(ids[0]))
    }

    @Test("refuses a Storage and a database of different installations, unless the database is new")
    func different() {
        guard case .refused(let sentence) = plan(findings(database: ids[0], storage: ids[1], inbox: ids[0])) else {
            Issue.record("It was not refused.")
            return
        }
        #expect(sentence.contains(ids[0].hex) && sentence.contains(ids[1].hex))
        let new = findings(database: ids[0], storage: ids[1], inbox: ids[1], rows: 0)
        #expect(plan(new) == .write(ids[1], [.database]))
    }

    @Test(
        "refuses a Storage that lacks more than half of what the database knows",
        arguments: [(1000, 499, true), (1000, 500, false), (3, 1, true), (1, 0, true), (1, 1, false)])
    func unmounted(sampled: Int, present: Int, isRefused: Bool) {
        let plan = plan(findings(storage: ids[0], rows: 5000, sampled: sampled, present: present))
        if case .refused(let sentence) = plan {
            #expect(isRefused && sentence.contains("of \(sampled) rows that were tried only \(present)"))
        } else {
            #expect(!isRefused)
        }
    }

    @Test("refuses what is mounted read-only")
    func readOnly() {
        let refusal = AdoptionPlan.refused("STORAGE (/out) is mounted read-only: mount it for writing")
        #expect(plan(findings(readOnly: [.storage])) == refusal)
    }

    @Test("is told as one JSON object, and in words")
    func report() {
        let written = findings(storage: ids[0], originals: 4, rows: 0)
        let report = AdoptionReport(findings: written, id: ids[0], written: [.database, .inbox])
        #expect(
            report.json == """
                {"vault":"\(ids[0])","database":null,"storage":"\(ids[0])","inbox":null,"originals":4,"rows":0,\
                "sampled":0,"present":0,"newest":null,"written":["database","inbox"]}
                """)
        #expect(report.sentence.hasPrefix("Written to the database, PHOTOS_INBOX (/in): the vault id \(ids[0])."))
        #expect(report.sentence.contains("run `librarian rebuild`"))
        let agreed = AdoptionReport(findings: findings(), id: ids[0], written: [])
        #expect(agreed.sentence == "Everything shows the vault id \(ids[0]) already.")
    }

    @Test("is preceded by what was found")
    func lines() {
        #expect(
            findings(storage: ids[0], rows: 2, present: 1).lines == [
                "the database: no vault id", "STORAGE (/out): vault id \(ids[0])", "PHOTOS_INBOX (/in): no vault id",
                "9 files in Originals, 2 rows in the database", "of 2 rows that were tried 1 have their file",
            ])
    }
}
