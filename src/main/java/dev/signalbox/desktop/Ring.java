package dev.signalbox.desktop;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// What came of ringing at a console that has the folder already.
public enum Ring {
    /// It comes to the front, and goes where the link leads.
    HEARD,
    /// It took the ring and said nothing: it hangs, or is of another version.
    SILENT,
    /// No bell, or one that a killed console left behind.
    NOBODY;

    /// Rings at the first place where somebody answers.
    ///
    /// @param link where to go there; empty for nowhere
    /// @param patience how long one place may take
    public static Ring at(List<Path> places, String link, Duration patience) {
        Ring best = NOBODY;
        for (Path place : places) {
            if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                Ring ring = at(place, link, patience);
                if (ring == HEARD) {
                    return ring;
                }
                best = ring == SILENT ? ring : best;
            }
        }
        return best;
    }

    private static Ring at(Path place, String link, Duration patience) {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
                Selector selector = Selector.open()) {
            channel.configureBlocking(false);
            if (!channel.connect(UnixDomainSocketAddress.of(place))) {
                channel.register(selector, SelectionKey.OP_CONNECT);
                if (selector.select(patience.toMillis()) == 0 || !channel.finishConnect()) {
                    return SILENT;
                }
            }
            String line = link.isEmpty() ? Doorbell.SHOW : Doorbell.OPEN + link;
            // A socket that was just made takes more than the longest line at once.
            channel.write(StandardCharsets.UTF_8.encode(line + "\n"));
            return hears(channel, selector, patience);
        } catch (IOException | UnsupportedOperationException gone) {
            return NOBODY;
        }
    }

    private static Ring hears(SocketChannel channel, Selector selector, Duration patience) throws IOException {
        selector.selectedKeys().clear();
        channel.register(selector, SelectionKey.OP_READ);
        ByteBuffer said = ByteBuffer.allocate(Doorbell.HEARD.length());
        while (said.hasRemaining() && selector.select(patience.toMillis()) > 0) {
            selector.selectedKeys().clear();
            if (channel.read(said) < 0) {
                break;
            }
        }
        boolean heard = StandardCharsets.UTF_8.decode(said.flip()).toString().equals(Doorbell.HEARD);
        return heard ? HEARD : SILENT;
    }
}
