import NIOCore
import NIOHTTPTypes

/// Closes the connection of a client that asks for something and does not take it: it would hold a file and a piece of
/// memory for ever.
final class StalledReaderGuard: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart

    /// How long nothing of what was sent may leave. A modem takes the half of what is buffered within it.
    private static let patience = TimeAmount.seconds(60)

    private var end: Scheduled<Void>?

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        end?.cancel()
        end = nil
        if !context.channel.isWritable {
            let channel = context.channel
            end = context.eventLoop.scheduleTask(in: Self.patience) { channel.close(promise: nil) }
        }
        context.fireChannelWritabilityChanged()
    }

    func channelInactive(context: ChannelHandlerContext) {
        end?.cancel()
        end = nil
        context.fireChannelInactive()
    }
}
