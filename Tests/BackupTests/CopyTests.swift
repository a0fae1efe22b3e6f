import FactoryCore
import TestSupport
import Testing

@testable import backup

@Suite("Originals are copied, and count only once they were read back")
struct CopyTests {
    @Test("all of them, whatever they are called; those that no list can hold fail with a reason")
    func names() async throws {
        try await withLibrary { library in
            let fit = [
                "a.jpg", " lead.jpg", "trail.jpg ", "#c.jpg", ";s.jpg", "\"q\".jpg", "it's.jpg", "*st.jpg", "{a,b}.jpg",
                "[x].jpg", "back\\slash.jpg", "-dash.jpg", "a:b.jpg", "cr", "é.jpg", "e\u{301}.jpg", "\u{2028}.jpg",
                "%E9.jpg", ".hid", "...", "\u{2400}.jpg", "：.jpg", "= x", "* x",
            ]
            let unfit = ["nl\nx.jpg", "cr\r", "tab\tx", "del\u{7F}", "\u{201B}q.jpg"]
            for name in fit + unfit { try await library.add(name) }
            let tally = try await library.pass()
            let complaints = try await library.complaints()
            #expect(tally.done == fit.count && tally.failed == unfit.count, "\(complaints)")
            #expect(try await Set(library.backedUp().map { Array($0.utf8) }) == Set(fit.map { Array($0.utf8) }))
            for name in fit {
                let place = "Originals/\(SampleLibrary.day)/\(name)"
                #expect(try library.target.read(place) == Array("photo \(name)".utf8), "\(name)")
            }
            #expect(try await library.copies("Originals").count == fit.count)
            #expect(try await library.complaints().allSatisfy { $0.contains("rclone's lists cannot hold") })
            #expect(
                try await library.texts("SELECT DISTINCT status FROM factory.failure_records") == ["GIVEN UP"])
            #expect(
                try await library.texts(
                    """
                    SELECT DISTINCT concat_ws(' ', target, state, copied_at <= verified_at, file_hash = asset_hash)
                    FROM factory.backups
                    JOIN (SELECT id, file_hash AS asset_hash FROM media_assets) AS asset ON asset.id = asset_id
                    """) == ["\(library.target.path) VERIFIED t t"])
            #expect(try await library.pass().done == 0)
        }
    }

    @Test("A target that changes a byte without a trace is never believed")
    func silentDamage() async throws {
        try await withLibrary { library in
            for number in 0..<5 { try await library.add("\(number).jpg") }
            let shim = try library.shim(
                after: """
                    if [ "$1" = copy ]; then
                        for file in \(library.target.path)/Originals/\(SampleLibrary.day)/*.jpg; do
                            time=$(stat -c %Y "$file")
                            printf '\\377' | dd of="$file" bs=1 seek=3 conv=notrunc 2>/dev/null
                            touch -d "@$time" "$file"
                        done
                    fi
                    """)
            let tally = try await library.pass(shim)
            #expect(tally.done == 0 && tally.failed == 5)
            #expect(try await library.backedUp() == [])
            #expect(try await library.texts("SELECT target FROM factory.backups") == [])
            let complaints = try await library.complaints()
            #expect(complaints.allSatisfy { $0.hasSuffix("is not what was copied there") }, "\(complaints)")

            // The target is mended: the same assets are copied anew.
            try await library.retry()
            #expect(try await library.pass().done == 5)
            #expect(try library.target.read("Originals/\(SampleLibrary.day)/3.jpg") == Array("photo 3.jpg".utf8))
            #expect(try await library.complaints() == [])
        }
    }

    @Test("What is there already under the same name is kept aside, not lost")
    func displaced() async throws {
        try await withLibrary { library in
            try await library.add("a.jpg")
            let place = "Originals/\(SampleLibrary.day)/a.jpg"
            try library.target.write(Array("somebody's".utf8), to: place)
            #expect(try await library.pass().done == 1)
            #expect(try library.target.read(place) == Array("photo a.jpg".utf8))
            let aside = try await library.copies("Replaced")
            #expect(aside.count == 1 && aside[0].hasSuffix("/\(SampleLibrary.day)/a.jpg"), "\(aside)")
            #expect(try library.target.read("Replaced/\(aside[0])") == Array("somebody's".utf8))
        }
    }

    @Test("A damaged original goes over nothing, and the good copy of it stays")
    func rotten() async throws {
        try await withLibrary { library in
            try await library.add("good.jpg")
            #expect(try await library.pass().done == 1)
            try library.flip("Storage/Originals/\(SampleLibrary.day)/good.jpg")
            try await library.connection.execute("UPDATE media_assets SET is_backed_up = FALSE")
            // The copy is what the ledger says, so it counts.
            #expect(try await library.pass().done == 1)
            let place = "Originals/\(SampleLibrary.day)/good.jpg"
            #expect(try library.target.read(place) == Array("photo good.jpg".utf8))

            try library.rewrite(Array("also wrong".utf8), "target/\(place)")
            try await library.connection.execute("UPDATE media_assets SET is_backed_up = FALSE")
            #expect(try await library.pass().failed == 1)
            #expect(try library.target.read(place) == Array("also wrong".utf8))
            #expect(try await library.complaints().allSatisfy { $0.contains("the original is damaged") })

            try await library.add("gone.jpg")
            try library.folder.remove("Storage/Originals/\(SampleLibrary.day)/gone.jpg")
            #expect(try await library.pass().failed == 1)
            #expect(try await library.complaints().contains { $0.contains("the original is missing") })
            #expect(try await library.backedUp() == [])
        }
    }

    @Test("Names that differ in capitals do not take each other's copy")
    func capitals() async throws {
        try await withLibrary { library in
            for name in ["a.jpg", "A.jpg", "b.jpg"] { try await library.add(name) }
            #expect(try await library.pass().done == 3)
            // As on a disk that knows no capitals: the name is taken by the other's copy.
            let place = "Originals/\(SampleLibrary.day)/A.jpg"
            try library.target.write(Array("photo a.jpg".utf8), to: place)
            try await library.connection.execute(
                "UPDATE media_assets SET is_backed_up = FALSE WHERE original_name = 'A.jpg'")
            #expect(try await library.pass().failed == 1)
            #expect(try library.target.read(place) == Array("photo a.jpg".utf8))
            #expect(try await library.complaints().allSatisfy { $0.contains("is that of another original's copy") })
        }
    }

    @Test("What goes back is taken up again: batches are bounded in bytes")
    func bounded() async throws {
        let assets = [3, 1, 2, 9, 1].map { size in
            ClaimedAsset(
                id: "\(size)", fingerprint: Fingerprint(number: 0),
                finalPath: "/x/Originals/2024/2024-03-09/\(UInt64.random(in: .min ... .max))", size: size,
                location: nil,
                ingestedAt: .distantPast, failures: 0)
        }
        #expect(BatchPlan(assets, sizeLimit: 6).count == 3)
        #expect(BatchPlan(Array(assets[3...]), sizeLimit: 6).count == 1)
        #expect(BatchPlan(assets).wanted.count == 5)
    }
}
