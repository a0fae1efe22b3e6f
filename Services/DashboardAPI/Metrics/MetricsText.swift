/// What `/metrics` answers, in the format of Prometheus.
struct MetricsText {
    private(set) var text = ""

    /// - Parameter samples: labels, as they stand between the braces, and values.
    mutating func add(
        _ name: String, _ type: String, _ help: String, _ samples: [(labels: String, value: String)]
    ) {
        guard !samples.isEmpty else { return }
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
        for (labels, value) in samples { text += "\(name)\(Self.braced(labels)) \(value)\n" }
    }

    /// One value without labels; nothing for nil.
    mutating func add(_ name: String, _ type: String, _ help: String, _ value: Int?) {
        add(name, type, help, value.map { [("", String($0))] } ?? [])
    }

    mutating func add(_ figures: RequestMetrics.Figures) {
        add(
            "dashboard_requests_total", "counter", "Answers by the class of their status.",
            figures.answers.sorted { $0.key < $1.key }.map { ("status=\"\($0.key)xx\"", String($0.value)) })
        let name = "dashboard_request_seconds"
        text += "# HELP \(name) Time until the answer began.\n# TYPE \(name) histogram\n"
        var sum = 0
        for (index, count) in figures.latencies.enumerated() {
            sum += count
            let bound = index < RequestMetrics.bounds.count ? "\(RequestMetrics.bounds[index])" : "+Inf"
            text += "\(name)_bucket{le=\"\(bound)\"} \(sum)\n"
        }
        text += "\(name)_sum \(figures.seconds)\n\(name)_count \(sum)\n"
    }

    mutating func add(_ pools: [(name: String, load: PoolLoad)]) {
        func samples(_ value: (PoolLoad) -> Int) -> [(labels: String, value: String)] {
            pools.map { ("pool=\"\($0.name)\"", String(value($0.load))) }
        }
        add("dashboard_database_connections", "gauge", "How many connections there may be.", samples(\.size))
        add("dashboard_database_busy", "gauge", "How many of them work.", samples(\.busy))
        add("dashboard_database_waiting", "gauge", "Requests that wait for one.", samples(\.waiting))
        add("dashboard_database_refused_total", "counter", "Requests that found the queue full.", samples(\.refused))
    }

    mutating func add(_ figures: FactoryFigures) {
        add("photo_factory_assets", "gauge", "Photos and videos.", figures.assets)
        add("photo_factory_bytes", "gauge", "Their sizes together.", figures.bytes)
        add("photo_factory_waiting", "gauge", "Files that wait in the inboxes.", figures.waiting)
        add("photo_factory_quarantined", "gauge", "Files in the quarantine.", figures.quarantined)
        let lights = ["green", "yellow", "red", "unknown"]
        add(
            "photo_factory_light", "gauge", "1 for the light that a service shows.",
            figures.lights.flatMap { service, light in
                lights.map { ("service=\"\(Self.escaped(service))\",light=\"\($0)\"", $0 == light ? "1" : "0") }
            })
    }

    private static func braced(_ labels: String) -> String { labels.isEmpty ? "" : "{\(labels)}" }

    private static func escaped(_ text: String) -> String {
        text.map { "\\\"\n".contains($0) ? ($0 == "\n" ? "\\n" : "\\\($0)") : String($0) }.joined()
    }
}
