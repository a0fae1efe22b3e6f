import HTTPTypes
import Hummingbird

/// The page and its files, and the description of the API.
struct PageRoutes: Sendable {
    private static let description = PageFile(name: "openapi.json", bytes: PackageResources.openapi_json)

    func add(to router: Router<WebContext>) {
        for (path, file) in PageFiles.all {
            router.answer(RouterPath(path)) { request, _ in file.response(for: request) }
        }
        router.answer("/openapi.json") { request, _ in Self.description.response(for: request) }
    }
}
