/// Any JSON at all: the decoder has read the whole text before it asks for values.
struct AnyJSON: Decodable {
    init(from decoder: any Decoder) {}
}
