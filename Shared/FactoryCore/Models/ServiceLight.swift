/// How a service is, at a glance; from the best to the worst.
public enum ServiceLight: String, Sendable, Codable, CaseIterable {
    case green
    case yellow
    case red
}

extension ServiceLight: Comparable {
    public static func < (left: ServiceLight, right: ServiceLight) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int {
        switch self {
        case .green: 0
        case .yellow: 1
        case .red: 2
        }
    }
}
