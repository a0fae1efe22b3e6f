import CLibCurl
import Glibc

extension HTTPError {
    /// What libcurl's code means, in a sentence.
    ///
    /// - Parameters:
    ///   - server: the host, or the socket that was named instead.
    ///   - transfer: that ended with `code`.
    static func failure(
        _ code: CURLcode, of request: HTTPRequest, to server: String, _ transfer: borrowing TransferHandle
    ) -> HTTPError {
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST: HTTPError(.unknownHost, "no address is known for \(server)")
        case CURLE_COULDNT_RESOLVE_PROXY: HTTPError(.unknownHost, "no address is known for the proxy to \(server)")
        case CURLE_COULDNT_CONNECT: HTTPError(.unreachable, "\(server) cannot be reached\(cause(transfer))")
        case CURLE_OPERATION_TIMEDOUT: HTTPError(.timedOut, "\(server) did not answer within \(request.limitText)")
        case CURLE_PEER_FAILED_VERIFICATION:
            HTTPError(.untrusted, "the certificate of \(server) is not believed: \(transfer.detail)")
        case CURLE_SSL_CACERT_BADFILE:
            HTTPError(.unusable, "the file of certificates for \(server) cannot be used: \(transfer.detail)")
        case CURLE_FILESIZE_EXCEEDED: tooLarge(request, server)
        case CURLE_WRITE_ERROR where transfer.answer.isOverfull: tooLarge(request, server)
        // Its words for a code quote nothing of the request, unlike those for a case.
        default: HTTPError(.broken, "talking to \(server) failed: \(String(cString: curl_easy_strerror(code)))")
        }
    }

    private static func tooLarge(_ request: HTTPRequest, _ server: String) -> HTTPError {
        HTTPError(.tooLarge, "the answer of \(server) is larger than \(request.sizeLimit) bytes")
    }

    private static func cause(_ transfer: borrowing TransferHandle) -> String {
        transfer.systemError == 0 ? "" : ": \(String(cString: strerror(transfer.systemError)))"
    }
}
