import FactoryCore

/// Reads a folder's names, those together that may belong together.
///
/// Small and large folders alike cost bounded memory: of a large one a part of the names is held at a time, each part by
/// another look through the folder. Names that belong together begin alike and are in the same part.
struct FolderCompanies {
    /// How many names are held at once, about.
    static let partSize = 10_000

    /// More files than this are never one photo; they are taken one by one.
    static let largestCompany = 16

    let folder: Folder
    private var listing: FolderListing
    private var part = 0
    private var parts = 1
    private var companies: [[[UInt8]]] = []
    private var next = 0
    private var hasBegun = false

    init(_ folder: Folder) throws(FileError) {
        self.folder = folder
        listing = try FolderListing(folder)
    }

    /// The next names, folders and all; nil at the end.
    mutating func nextCompany() throws(FileError) -> [[UInt8]]? {
        while next == companies.count {
            guard try readPart() else { return nil }
        }
        defer { next += 1 }
        return companies[next]
    }

    /// - Returns: false at the end.
    private mutating func readPart() throws(FileError) -> Bool {
        guard hasBegun else {
            hasBegun = true
            try begin()
            return true
        }
        part += 1
        guard part < parts else { return false }
        listing = try FolderListing(folder)
        var names: [[UInt8]] = []
        while let name = try listing.next() {
            if CompanyBeginning(name).part(among: parts) == part { names.append(name) }
        }
        sort(names)
        return true
    }

    /// Reads all names, of which those are kept that fit.
    private mutating func begin() throws(FileError) {
        var names: [[UInt8]] = []
        var count = 0
        while let name = try listing.next() {
            count += 1
            if count <= Self.partSize { names.append(name) }
        }
        parts = max(1, (count + Self.partSize - 1) / Self.partSize)
        guard parts > 1 else { return sort(names) }
        names = []
        listing = try FolderListing(folder)
        while let name = try listing.next() {
            if CompanyBeginning(name).part(among: parts) == 0 { names.append(name) }
        }
        sort(names)
    }

    private mutating func sort(_ names: [[UInt8]]) {
        next = 0
        companies = Self.companies(names)
    }

    /// - Returns: all names, in companies.
    static func companies(_ names: [[UInt8]]) -> [[[UInt8]]] {
        FolderNames(names).companies.flatMap { company in
            company.count > largestCompany ? company.map { [names[$0]] } : [company.map { names[$0] }]
        }
    }
}
