package dev.signalbox.desktop;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Where a second start of the same user on the same folder rings at the console that has it: a socket in the file
/// system, in a folder that nobody else may enter. There is no TCP port: whatever a browser can reach, any page can.
///
/// One line is heard per ring, of [#LONGEST] bytes at most. Whoever says more, something else, or nothing at all is hung
/// up on. What is heard asks for attention; it does nothing.
public final class Doorbell implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Doorbell.class.getName());

    /// The most that is heard of one ring, in bytes.
    static final int LONGEST = 4096;

    static final String SHOW = "signalbox 1 show";
    static final String OPEN = "signalbox 1 open ";
    static final String HEARD = "heard";

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_PEERS = 16;

    private final Path place;
    private final Selector selector;
    private final ServerSocketChannel server;
    private final Consumer<String> heard;
    private final LongSupplier ticker;

    private Doorbell(
            Path place, Selector selector, ServerSocketChannel server, Consumer<String> heard, LongSupplier ticker) {
        this.place = place;
        this.selector = selector;
        this.server = server;
        this.heard = heard;
        this.ticker = ticker;
    }

    /// Hangs a bell at the first place that takes one. The caller has the folder's lock: a socket that lies there was left
    /// by a console that was killed, and gives way.
    ///
    /// @param heard is told the link of each ring, empty for one without; on the bell's thread, and it must not block
    /// @param threads makes the thread that listens
    /// @param ticker nanoseconds that only grow
    /// @return absent where no place takes a socket
    public static Optional<Doorbell> hang(
            List<Path> places, Consumer<String> heard, ThreadFactory threads, LongSupplier ticker) {
        for (Path place : places) {
            try {
                Doorbell bell = at(place, heard, ticker);
                threads.newThread(bell::listen).start();
                return Optional.of(bell);
            } catch (IOException | UnsupportedOperationException | IllegalArgumentException unusable) {
                LOG.log(Level.FINE, "No doorbell at " + place, unusable);
            }
        }
        return Optional.empty();
    }

    private static Doorbell at(Path place, Consumer<String> heard, LongSupplier ticker) throws IOException {
        DoorPlaces.makeFolder(place);
        Files.deleteIfExists(place);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(place));
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rw-------"));
            }
            server.configureBlocking(false);
            Selector selector = Selector.open();
            server.register(selector, SelectionKey.OP_ACCEPT);
            return new Doorbell(place, selector, server, heard, ticker);
        } catch (IOException | RuntimeException unusable) {
            server.close();
            throw unusable;
        }
    }

    private void listen() {
        try {
            while (selector.isOpen()) {
                selector.select(PATIENCE.toMillis());
                for (SelectionKey key : selector.selectedKeys()) {
                    attend(key);
                }
                selector.selectedKeys().clear();
                hangUpOnTheSilent();
            }
        } catch (ClosedSelectorException closed) {
            // The console ends.
        } catch (IOException broken) {
            LOG.log(Level.WARNING, "The doorbell broke; a second start will not be heard", broken);
        }
    }

    private void attend(SelectionKey key) throws IOException {
        if (!key.isValid()) {
            return;
        }
        if (key.isAcceptable()) {
            greet();
        } else if (key.attachment() instanceof Peer peer) {
            peer.read(key, heard);
        }
    }

    private void greet() throws IOException {
        SocketChannel channel = server.accept();
        if (channel == null) {
            return;
        }
        if (selector.keys().size() > MOST_PEERS) {
            channel.close();
            return;
        }
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, new Peer(ticker.getAsLong()));
    }

    private void hangUpOnTheSilent() throws IOException {
        long now = ticker.getAsLong();
        for (SelectionKey key : selector.keys()) {
            if (key.attachment() instanceof Peer peer && now - peer.since > PATIENCE.toNanos()) {
                key.channel().close();
            }
        }
    }

    /// Takes the bell down.
    @Override
    public void close() throws IOException {
        selector.close();
        server.close();
        Files.deleteIfExists(place);
    }

    /// Somebody at the door, who has not said everything yet.
    private static final class Peer {

        private final ByteBuffer said = ByteBuffer.allocate(LONGEST);
        private final long since;

        Peer(long since) {
            this.since = since;
        }

        void read(SelectionKey key, Consumer<String> heard) {
            try (Turn turn = new Turn(key)) {
                int got = turn.channel().read(said);
                int end = lineEnd();
                if (end < 0 && got >= 0 && said.hasRemaining()) {
                    turn.goOn();
                } else if (end >= 0
                        && understood(StandardCharsets.UTF_8.decode(said.flip().limit(end)).toString(), heard)) {
                    turn.channel().write(StandardCharsets.UTF_8.encode(HEARD + "\n"));
                }
            } catch (IOException gone) {
                LOG.log(Level.FINE, "Somebody rang and left", gone);
            }
        }

        private int lineEnd() {
            for (int i = 0; i < said.position(); i++) {
                if (said.get(i) == '\n') {
                    return i;
                }
            }
            return -1;
        }

        private static boolean understood(String line, Consumer<String> heard) {
            if (line.equals(SHOW)) {
                heard.accept("");
            } else if (line.startsWith(OPEN)) {
                heard.accept(line.substring(OPEN.length()));
            } else {
                return false;
            }
            return true;
        }
    }

    /// Hangs up at its end, unless there is more to hear.
    private static final class Turn implements AutoCloseable {

        private final SelectionKey key;
        private boolean more;

        Turn(SelectionKey key) {
            this.key = key;
        }

        SocketChannel channel() {
            return (SocketChannel) key.channel();
        }

        void goOn() {
            more = true;
        }

        @Override
        public void close() throws IOException {
            if (!more) {
                key.channel().close();
            }
        }
    }
}
