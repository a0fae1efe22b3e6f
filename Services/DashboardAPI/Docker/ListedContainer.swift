/// A container as Docker lists it: of all its labels and settings only what is needed is ever read.
struct ListedContainer: Sendable, Equatable, Decodable {
    private enum Key: String, CodingKey {
        case id = "Id"
        case state = "State"
        case status = "Status"
        case created = "Created"
        case labels = "Labels"
    }

    private enum Label: String, CodingKey {
        case name = "photo-factory.service"
        case service = "com.docker.compose.service"
        case project = "com.docker.compose.project"
        case isOneOff = "com.docker.compose.oneoff"
    }

    /// Hexadecimal digits.
    let id: String
    let phase: ContainerPhase
    /// Nil where it has no health check.
    let health: ContainerHealth?
    /// In seconds since 1970.
    let created: Int
    /// What our label calls it.
    let name: String?
    /// The service that Compose started it for.
    let service: String?
    /// The project that Compose started it for.
    let project: String?
    /// Whether it was made for one command (`docker compose run`).
    let isOneOff: Bool

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        id = try values.decode(String.self, forKey: .id)
        // It becomes a part of paths.
        guard (12...128).contains(id.utf8.count), id.allSatisfy({ $0.isHexDigit && $0.isASCII }) else {
            throw DecodingError.dataCorruptedError(forKey: .id, in: values, debugDescription: "no id")
        }
        phase = ContainerPhase(rawValue: try values.decodeIfPresent(String.self, forKey: .state) ?? "") ?? .unknown
        health = ContainerHealth(status: try values.decodeIfPresent(String.self, forKey: .status) ?? "")
        created = try values.decodeIfPresent(Int.self, forKey: .created) ?? 0
        guard values.contains(.labels), try !values.decodeNil(forKey: .labels) else {
            (name, service, project, isOneOff) = (nil, nil, nil, false)
            return
        }
        let labels = try values.nestedContainer(keyedBy: Label.self, forKey: .labels)
        name = try labels.decodeIfPresent(String.self, forKey: .name)
        service = try labels.decodeIfPresent(String.self, forKey: .service)
        project = try labels.decodeIfPresent(String.self, forKey: .project)
        isOneOff = try labels.decodeIfPresent(String.self, forKey: .isOneOff)?.lowercased() == "true"
    }
}
