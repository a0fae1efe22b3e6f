/// The files of the page, by the path under which a browser asks for them. A file that is added to the folder `Page` gets
/// its line here.
enum PageFiles {
    static let all: [String: PageFile] = [
        "/": PageFile(name: "index.html", bytes: PackageResources.index_html)
    ]
}
