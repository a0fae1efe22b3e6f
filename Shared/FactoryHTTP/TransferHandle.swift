import CLibCurl

/// The one owner of all that libcurl needs for one exchange; ending it is forgetting it.
struct TransferHandle: ~Copyable {
    private let easy: UnsafeMutableRawPointer
    private let multi: UnsafeMutableRawPointer
    private let headers: UnsafeMutablePointer<curl_slist>?
    private let message: UnsafeMutablePointer<CChar>
    /// What has come so far.
    let answer: AnswerCollector
    /// The first option that libcurl would not take.
    private var refusal = CURLE_OK

    /// - Parameter headers: lines as libcurl takes them.
    /// - Throws: `HTTPError` when libcurl cannot be had.
    init(headers lines: [String], sizeLimit: Int) throws(HTTPError) {
        guard Self.isLibraryReady, let easy = curl_easy_init() else {
            throw HTTPError(.unusable, "libcurl could not be started")
        }
        guard let multi = curl_multi_init() else {
            curl_easy_cleanup(easy)
            throw HTTPError(.unusable, "libcurl has no memory")
        }
        self.easy = easy
        self.multi = multi
        headers = lines.reduce(nil) { list, line in curl_slist_append(list, line) ?? list }
        message = .allocate(capacity: Int(CURL_ERROR_SIZE))
        message.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        answer = AnswerCollector(sizeLimit: sizeLimit)
        refusal = connect()
    }

    deinit {
        curl_multi_remove_handle(multi, easy)
        curl_easy_cleanup(easy)
        curl_multi_cleanup(multi)
        curl_slist_free_all(headers)
        message.deallocate()
    }

    mutating func set(_ option: CURLoption, _ value: Int) {
        note(curl_set_number(easy, option, value))
    }

    mutating func set(_ option: CURLoption, _ value: Bool) {
        set(option, value ? 1 : 0)
    }

    /// Nil takes away what libcurl was built with.
    mutating func set(_ option: CURLoption, _ value: String?) {
        note(curl_set_text(easy, option, value))
    }

    /// Gives a POST its body, of which libcurl makes a copy.
    mutating func setBody(_ body: [UInt8]) {
        note(curl_set_size(easy, CURLOPT_POSTFIELDSIZE_LARGE, body.count))
        // Without a pointer libcurl would ask a function for the body.
        note((body + [0]).withUnsafeBytes { curl_set_bytes(easy, CURLOPT_COPYPOSTFIELDS, $0.baseAddress) })
    }

    /// Exchanges request and answer.
    ///
    /// - Returns: how that ended, or nil when the task was cancelled.
    func perform() -> CURLcode? {
        guard refusal == CURLE_OK, curl_multi_add_handle(multi, easy) == CURLM_OK else { return CURLE_FAILED_INIT }
        while !Task.isCancelled {
            var running: Int32 = 0
            guard curl_multi_perform(multi, &running) == CURLM_OK else { return CURLE_FAILED_INIT }
            let outcome = curl_multi_outcome(multi)
            guard outcome == CURLE_AGAIN else { return outcome }
            // In short steps, so that a cancellation is noticed soon.
            curl_multi_poll(multi, nil, 0, 100, nil)
        }
        return nil
    }

    /// The status of the answer.
    var status: Int { curl_get_number(easy, CURLINFO_RESPONSE_CODE) }

    /// The answer's `Content-Type`.
    var contentType: String? { curl_get_text(easy, CURLINFO_CONTENT_TYPE).map { String(cString: $0) } }

    /// The system's error number when no connection came about; 0 for none.
    var systemError: Int32 { Int32(clamping: curl_get_number(easy, CURLINFO_OS_ERRNO)) }

    /// libcurl's latest words, which may quote what must not be told.
    var detail: String { String(cString: message) }

    private mutating func note(_ code: CURLcode) {
        if refusal == CURLE_OK { refusal = code }
    }

    private func connect() -> CURLcode {
        let collector = Unmanaged.passUnretained(answer).toOpaque()
        let codes = [
            curl_set_receiver(easy, CURLOPT_WRITEFUNCTION) { bytes, size, count, collector in
                TransferHandle.collector(collector)?.addBody(UnsafeRawBufferPointer(start: bytes, count: size * count))
                    ?? 0
            },
            curl_set_receiver(easy, CURLOPT_HEADERFUNCTION) { bytes, size, count, collector in
                TransferHandle.collector(collector)?.addHeader(
                    UnsafeRawBufferPointer(start: bytes, count: size * count)) ?? 0
            },
            curl_set_pointer(easy, CURLOPT_WRITEDATA, collector),
            curl_set_pointer(easy, CURLOPT_HEADERDATA, collector),
            curl_set_pointer(easy, CURLOPT_ERRORBUFFER, message),
            curl_set_list(easy, CURLOPT_HTTPHEADER, headers),
        ]
        return codes.first { $0 != CURLE_OK } ?? CURLE_OK
    }

    private static func collector(_ pointer: UnsafeMutableRawPointer?) -> AnswerCollector? {
        pointer.map { Unmanaged<AnswerCollector>.fromOpaque($0).takeUnretainedValue() }
    }

    /// libcurl wants to be told once before its first use.
    private static let isLibraryReady = curl_global_init(Int(curl_global_default)) == CURLE_OK
}
