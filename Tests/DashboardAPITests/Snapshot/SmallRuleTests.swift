import FactoryCore
import Testing

@testable import dashboard_api

@Suite("Small rules of the document")
struct SmallRuleTests {
    @Test("How many files wait is what the librarians say, each of them")
    func waiting() {
        let task = "Filing photos: 9 seen = 9 filed + 0 duplicates since the start; 12 waiting, the oldest for 2 hours"
        #expect(WaitingFiles.count(in: task) == 12)
        #expect(WaitingFiles.count(in: "Files are waiting and nothing has moved (3 seen; 5 waiting)") == 5)
        #expect(WaitingFiles.count(in: "Stopped") == nil)
        let now = Timestamp(seconds: 1_800_000_000)
        func services(_ age: Int, _ task: String) -> [ServiceState] {
            ["librarian", "librarian@second", "cleanup"].map { name in
                ServiceState(
                    name: name, interval: .seconds(60), description: "",
                    heartbeat: Heartbeat(service: name, status: .ok, task: task, time: now.adding(seconds: -age)))
            }
        }
        #expect(WaitingFiles.count(services(60, task), now: now) == 24)
        // Nobody knows from one that has stopped, or has been silent for so long that its light is red.
        #expect(WaitingFiles.count(services(60, "Stopped"), now: now) == nil)
        #expect(WaitingFiles.count(services(181, task), now: now) == nil)
    }

    @Test(
        "A file's kind is told by its extension",
        arguments: [
            ("/a/b.JPG", MediaKind.photo, true), ("/a/b.mov", .video, true), ("/a/b.mp4", .video, true),
            ("/a/b.heic", .photo, false), ("/a.mov/b", .photo, false), ("/a/b.svg", .photo, false),
        ])
    func kinds(_ path: String, _ kind: MediaKind, _ isInline: Bool) {
        #expect(FileType.of(path).kind == kind)
        #expect(FileType.of(path).isInline == isInline)
    }

    @Test("Text is escaped, and nothing is null")
    func json() {
        let value: JSONValue = ["a": "\"<\n\u{1}", "b": nil, "c": [.integer(1), .number(0.5), .bool(false)]]
        #expect(String(decoding: value.bytes, as: UTF8.self) == #"{"a":"\"<\n\u0001","b":null,"c":[1,0.5,false]}"#)
    }

    @Test("Members are left out wherever they are")
    func without() {
        let value: JSONValue = ["age": .integer(1), "list": [["age": .integer(2), "name": "age"]], "name": nil]
        #expect(
            String(decoding: value.without(["age"]).bytes, as: UTF8.self) == #"{"list":[{"name":"age"}],"name":null}"#)
    }

    @Test(
        "Where a file stands is told below Storage, wherever that was mounted",
        arguments: [
            ("/app/Storage/Originals/2023/a.jpg", "Originals/2023/a.jpg"), ("/x/a.jpg", "a.jpg"),
            ("/Originals/x/Originals/a.jpg", "Originals/a.jpg"), ("/app/Originals/../a.jpg", "a.jpg"), ("", ""),
        ])
    func paths(_ path: String, _ shown: String) {
        #expect(StoredPath.shown(path) == shown)
    }
}
