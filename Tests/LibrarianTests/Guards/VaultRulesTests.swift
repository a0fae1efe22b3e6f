import FactoryCore
import Testing

@testable import librarian

@Suite("The vault's rules")
struct VaultRulesTests {
    private static let ids = (0..<2).map { number in
        VaultID(hex: String(repeating: number == 0 ? "a" : "b", count: 32)) ?? .random()
    }
    private let newID = VaultID(hex: String(repeating: "f", count: 32)) ?? .random()

    private static let ledgers: [VaultState.Ledger] =
        [.unreachable("no route")]
        + [nil, ids[0]].flatMap { id in [true, false].map { .answers(id: id, isEmpty: $0) } }

    /// Every combination of what the three places can show.
    private static var states: [VaultState] {
        let shown: [VaultID?] = [nil, ids[0], ids[1]]
        return ledgers.flatMap { ledger in
            shown.flatMap { storage in
                shown.flatMap { inbox in
                    [true, false].flatMap { isNamed in
                        [true, false].map { isEmpty in
                            VaultState(
                                inboxPath: "/in", storagePath: "/out", inbox: inbox, inboxIsNamed: isNamed,
                                storage: storage, ledger: ledger, originalsAreEmpty: isEmpty)
                        }
                    }
                }
            }
        }
    }

    /// A state in short: `D` for an id in the database, `r` for rows, `-` for no answer; `S` for an id in Storage, `o` for
    /// originals; `I` for an id in the inbox, `n` when it was named.
    private func state(_ text: String) -> VaultState {
        let id = Self.ids[0]
        return VaultState(
            inboxPath: "/in", storagePath: "/out", inbox: text.contains("I") ? id : nil,
            inboxIsNamed: text.contains("n"), storage: text.contains("S") ? id : nil,
            ledger: text.contains("-")
                ? .unreachable("no route")
                : .answers(id: text.contains("D") ? id : nil, isEmpty: !text.contains("r")),
            originalsAreEmpty: !text.contains("o"))
    }

    @Test(
        "let agreeing places file, whatever is in them, and a named inbox without an id",
        arguments: ["DSI", "DrSI", "DSoI", "DrSoI", "-SI", "-SoI", "DSIn", "DSn", "DrSon", "-Sn", "-Son", "-SoIn"])
    func agreed(text: String) {
        #expect(VaultRules.judge(state(text), newID: newID) == .agreed)
    }

    @Test(
        "complete a first run, in the order database, Storage, inbox, and use an id that is there",
        arguments: [
            ("", [.database, .storage, .inbox]), ("D", [.storage, .inbox]), ("DS", [.inbox]), ("DI", [.storage]),
            ("S", [.database, .inbox]), ("I", [.database, .storage]), ("SI", [.database]),
            ("n", [.database, .storage]),
            ("In", [.database, .storage]), ("Dn", [.storage]), ("Sn", [.database]), ("SIn", [.database]),
            ("DIn", [.storage]),
        ] as [(String, [VaultPlace])])
    func completed(text: String, places: [VaultPlace]) {
        let state = state(text)
        let isNew = !text.contains(where: "DSI".contains)
        #expect(VaultRules.judge(state, newID: newID) == .complete(isNew ? newID : Self.ids[0], places))
    }

    @Test(
        "refuse everything else, and say what to do",
        arguments: [
            // Rows over an empty Storage.
            ("r", "is STORAGE mounted?"), ("Dr", "is STORAGE mounted?"), ("DrI", "is STORAGE mounted?"),
            ("rI", "is STORAGE mounted?"), ("rn", "is STORAGE mounted?"), ("Drn", "is STORAGE mounted?"),
            ("rIn", "is STORAGE mounted?"), ("DrIn", "is STORAGE mounted?"),
            // Photos without any id.
            ("o", "nothing has a vault id yet: run `librarian adopt`"), ("ro", "nothing has a vault id yet"),
            ("on", "nothing has a vault id yet"), ("ron", "nothing has a vault id yet"),
            // Photos in a Storage that lacks the others' id.
            ("Do", "STORAGE (/out) has no vault id: mount"), ("Dro", "run `librarian adopt` if this is it"),
            ("oI", "STORAGE (/out) has no vault id: mount"), ("roI", "STORAGE (/out) has no vault id: mount"),
            ("DoI", "STORAGE (/out) has no vault id: mount"), ("DroI", "STORAGE (/out) has no vault id: mount"),
            ("Don", "STORAGE (/out) has no vault id"), ("Dron", "STORAGE (/out) has no vault id"),
            ("oIn", "STORAGE (/out) has no vault id"), ("roIn", "STORAGE (/out) has no vault id"),
            ("DoIn", "STORAGE (/out) has no vault id"), ("DroIn", "STORAGE (/out) has no vault id"),
            // A database without an id.
            ("So", "run `librarian rebuild` if it was lost"), ("SoI", "run `librarian rebuild` if it was lost"),
            ("Son", "run `librarian rebuild`"), ("SoIn", "run `librarian rebuild`"),
            ("rS", "has rows but no vault id"), ("rSI", "has rows but no vault id"),
            ("rSo", "has rows but no vault id"),
            ("rSoI", "has rows but no vault id: name the right database, or run `librarian adopt`"),
            ("rSn", "has rows but no vault id"), ("rSIn", "has rows but no vault id"),
            ("rSon", "has rows but no vault id"), ("rSoIn", "has rows but no vault id"),
            // An inbox without an id.
            ("DSo", "PHOTOS_INBOX (/in) has no vault id: is it mounted?"),
            ("DrS", "PHOTOS_INBOX (/in) has no vault id"),
            ("DrSo", "If it is a new inbox, run `librarian adopt`"),
            // Folders that do not agree while the database is away.
            ("-", "STORAGE (/out) and PHOTOS_INBOX (/in) have no vault id"),
            ("-S", "PHOTOS_INBOX (/in) has no vault id"),
            ("-I", "has no vault id, and only the database can tell why, which does not answer (no route)"),
            ("-o", "have no vault id"), ("-So", "PHOTOS_INBOX (/in) has no vault id"),
            ("-oI", "STORAGE (/out) has no vault id"),
            ("-n", "STORAGE (/out) has no vault id"), ("-on", "STORAGE (/out) has no vault id"),
            ("-In", "STORAGE (/out) has no vault id"), ("-oIn", "STORAGE (/out) has no vault id"),
        ])
    func refused(text: String, words: String) throws {
        let sentence = try #require(refusal(state(text)))
        #expect(sentence.contains(words), "\(sentence)")
    }

    @Test("never let two places file that show different ids, and name both", arguments: Self.states)
    func different(state: VaultState) throws {
        let shown = VaultPlace.allCases.filter { state.id($0) != nil }
        guard Set(shown.compactMap { state.id($0) }).count > 1 else { return }
        let sentence = try #require(refusal(state))
        let named = shown.filter { sentence.contains(state.name($0)) }
        #expect(Set(named.compactMap { state.id($0) }).count == 2, "\(sentence)")
        for id in Self.ids { #expect(sentence.contains(id.hex), "\(sentence)") }
    }

    @Test("hold in every combination: file only what agrees, complete only what is empty", arguments: Self.states)
    func all(state: VaultState) {
        let areSame = Set(VaultPlace.allCases.compactMap { state.id($0) }).count < 2
        let foldersAreComplete = state.storage != nil && (state.inbox != nil || state.inboxIsNamed)
        switch VaultRules.judge(state, newID: newID) {
        case .agreed:
            if case .answers = state.ledger { #expect(state.database != nil) }
            #expect(areSame && foldersAreComplete)
        case .complete(let id, let places):
            let lacksAny = state.ledger == .answers(id: state.database, isEmpty: true) && state.originalsAreEmpty
            #expect(areSame && lacksAny && !places.isEmpty)
            #expect(places.allSatisfy { state.id($0) == nil } && (state.inboxIsNamed ? !places.contains(.inbox) : true))
            #expect(id == state.storage ?? state.database ?? state.inbox ?? newID)
        case .refused:
            let isFirst = state.ledger == .answers(id: state.database, isEmpty: true) && state.originalsAreEmpty
            let isWhole = foldersAreComplete && (state.database != nil || state.ledger == .unreachable("no route"))
            #expect(!areSame || !(isFirst || isWhole))
        }
    }

    @Test("refuse folders that are mounted read-only", arguments: [VaultPlace.inbox, .storage])
    func readOnly(place: VaultPlace) throws {
        var state = state("DSI")
        state.readOnly = [place]
        let sentence = try #require(refusal(state))
        #expect(sentence.hasPrefix("\(state.name(place)) is mounted read-only"))
    }

    private func refusal(_ state: VaultState) -> String? {
        guard case .refused(let sentence) = VaultRules.judge(state, newID: newID) else { return nil }
        return sentence
    }
}
