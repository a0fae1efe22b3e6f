// swift-tools-version: 6.2
import PackageDescription

// Every dependency is pinned to one version: no lock file is kept, so this file alone decides what is built.
let package = Package(
    name: "photo-factory",
    products: [
        .executable(name: "librarian", targets: ["librarian"]),
        .executable(name: "service-monitor", targets: ["service-monitor"]),
        .executable(name: "cleanup", targets: ["cleanup"]),
        .executable(name: "dashboard-api", targets: ["dashboard-api"]),
        .executable(name: "geocoder", targets: ["geocoder"]),
        .executable(name: "backup", targets: ["backup"]),
        .executable(name: "thumbnailer", targets: ["thumbnailer"]),
        .executable(name: "thumbnail-maker", targets: ["thumbnail-maker"]),
        .executable(name: "migrate", targets: ["migrate"]),
        // Loaded into programs by tests, linked to none.
        .library(name: "FaultShim", type: .dynamic, targets: ["FaultShim"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", exact: "1.4.0", traits: []),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    ],
    targets: [
        cLibrary("CLibPQ", pkgConfig: "libpq", debian: "libpq-dev"),
        cLibrary("CLibExif", pkgConfig: "libexif", debian: "libexif-dev"),
        cLibrary("CLibCrypto", pkgConfig: "libcrypto", debian: "libssl-dev"),
        cLibrary("CExpat", pkgConfig: "expat", debian: "libexpat1-dev"),
        cLibrary("CLibZ", pkgConfig: "zlib", debian: "zlib1g-dev"),
        cLibrary("CLibCurl", pkgConfig: "libcurl", debian: "libcurl4-openssl-dev"),
        cLibrary("CGLib", pkgConfig: "gobject-2.0", debian: "libvips-dev"),
        cShim("CLinux"),
        cShim("CSHA256"),
        cShim("CTimeZones", exclude: ["table"]),
        cShim("CVips", dependencies: ["CGLib"], linked: ["vips"]),
        cShim("CRaw", linked: ["raw"]),
        library(
            "FactoryCore",
            dependencies: [
                "CLibPQ", "CLibCrypto", "CSHA256", "CLinux", "CLibZ",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            resources: [.embedInCode("Schema/Migrations")]
        ),
        // Beside the core, for libcurl brings seven other libraries along, which most services need not load.
        library("FactoryHTTP", dependencies: ["FactoryCore", "CLibCurl"]),
        library("Thumbnails", dependencies: []),
        service(
            "librarian", folder: "Librarian",
            dependencies: ["CLibExif", "CExpat", "CLinux", "CTimeZones"]
        ),
        service("service-monitor", folder: "ServiceMonitor", dependencies: ["FactoryHTTP"]),
        service("cleanup", folder: "Cleanup", dependencies: []),
        service("geocoder", folder: "Geocoder", dependencies: []),
        service("backup", folder: "Backup", dependencies: []),
        service("thumbnailer", folder: "Thumbnailer", dependencies: ["Thumbnails"]),
        // No service: without a database and without settings, it starts in no time and holds nothing worth taking.
        .executableTarget(
            name: "thumbnail-maker", dependencies: ["CVips", "CRaw", "Thumbnails"], path: "Services/ThumbnailMaker",
            swiftSettings: settings()),
        service("migrate", folder: "Migrate", dependencies: []),
        service(
            "dashboard-api", folder: "DashboardAPI",
            dependencies: [
                "FactoryHTTP", "Thumbnails",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
            ],
            resources: [.embedInCode("Page"), .embedInCode("Contract")]
        ),
        support(
            "TestSupport",
            dependencies: ["FactoryCore", "FactoryHTTP", .product(name: "Logging", package: "swift-log")]),
        .target(name: "FaultShim", path: "Tests/FaultShim"),
        .target(name: "AllocationProbe", path: "Tests/AllocationProbe"),
        tests(
            "FactoryCoreTests",
            dependencies: [
                "CSHA256",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]),
        tests("FactoryHTTPTests", dependencies: ["FactoryHTTP"]),
        tests("LibrarianTests", dependencies: ["librarian", "CLinux", "AllocationProbe"], exclude: ["Regressions"]),
        tests(
            "ServiceMonitorTests",
            dependencies: [
                "service-monitor", "FactoryHTTP",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]),
        tests(
            "DashboardAPITests",
            dependencies: [
                "dashboard-api", "FactoryHTTP",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
            ]),
        tests(
            "CleanupTests",
            dependencies: ["cleanup", .product(name: "Logging", package: "swift-log")]),
        tests(
            "GeocoderTests",
            dependencies: ["geocoder", .product(name: "Logging", package: "swift-log")]),
        tests("BackupTests", dependencies: ["backup"]),
        tests("ThumbnailsTests", dependencies: ["Thumbnails"]),
        tests("ThumbnailMakerTests", dependencies: ["thumbnail-maker"]),
        tests("ThumbnailerTests", dependencies: ["thumbnailer", "thumbnail-maker", "Thumbnails"]),
        tests("MigrateTests", dependencies: ["migrate", .product(name: "Logging", package: "swift-log")]),
        tests(
            "FactoryTests",
            dependencies: [
                "librarian", "service-monitor", "cleanup", "dashboard-api", "geocoder", "backup", "thumbnailer",
                "thumbnail-maker", "migrate", "FactoryHTTP",
            ]),
    ],
    swiftLanguageModes: [.v6],
    // C23, for #embed.
    cLanguageStandard: .gnu2x
)

/// What every Swift target is compiled with.
func settings() -> [SwiftSetting] {
    [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        .enableUpcomingFeature("InferIsolatedConformances"),
        .treatAllWarnings(as: .error),
    ]
}

/// A C library of the system, found by pkg-config.
func cLibrary(_ name: String, pkgConfig: String, debian: String) -> Target {
    .systemLibrary(name: name, path: "Shared/\(name)", pkgConfig: pkgConfig, providers: [.apt([debian])])
}

/// A C target of our own, for what Swift cannot do by itself: variadic functions, calls that need _GNU_SOURCE, a
/// processor's own instructions, data that is part of the program.
func cShim(
    _ name: String, dependencies: [Target.Dependency] = [], exclude: [String] = [], linked: [String] = []
) -> Target {
    .target(
        name: name, dependencies: dependencies, path: "Shared/\(name)", exclude: exclude,
        linkerSettings: linked.map { .linkedLibrary($0) })
}

/// A Swift library that services share.
func library(_ name: String, dependencies: [Target.Dependency], resources: [Resource] = []) -> Target {
    .target(
        name: name, dependencies: dependencies, path: "Shared/\(name)", resources: resources, swiftSettings: settings())
}

/// One executable, one job.
func service(
    _ name: String, folder: String, dependencies: [Target.Dependency], resources: [Resource] = []
) -> Target {
    .executableTarget(
        name: name,
        dependencies: dependencies + [
            "FactoryCore",
            .product(name: "ArgumentParser", package: "swift-argument-parser"),
            .product(name: "Logging", package: "swift-log"),
            .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        ],
        path: "Services/\(folder)", resources: resources, swiftSettings: settings())
}

/// What tests share: scratch databases, sample photos, folders that go away.
func support(_ name: String, dependencies: [Target.Dependency]) -> Target {
    .target(
        name: name, dependencies: dependencies, path: "Tests/Support", exclude: ["web_server.py", "docker_engine.py"],
        swiftSettings: settings())
}

/// A folder of tests.
///
/// - Parameter exclude: folders in it that are no source.
func tests(_ name: String, dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
    .testTarget(
        name: name, dependencies: ["FactoryCore", "TestSupport"] + dependencies, path: "Tests/\(name)",
        exclude: exclude, swiftSettings: settings())
}
