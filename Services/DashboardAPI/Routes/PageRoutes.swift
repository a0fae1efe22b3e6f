import HTTPTypes
import Hummingbird

/// The page and its files, and the description of the API.
struct PageRoutes: Sendable {
    func add(to router: Router<WebContext>) {
        for (path, file) in PageFiles.all {
            router.answer(RouterPath(path)) { request, _ in file.response(for: request) }
        }
        let description = PageFile(name: "openapi.json", bytes: PackageResources.openapi_json)
        router.answer("/openapi.json") { request, _ in description.response(for: request) }
    }
}
