package dev.signalbox.provider.kubernetes;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// An answer whose body is still arriving. Bytes are asked for one piece at a time, so a slow reader slows the server.
final class Exchange implements AutoCloseable {

    private final BlockingQueue<Piece> pieces;
    private final HttpResponse<AsyncBody> response;
    private boolean asked;

    private Exchange(BlockingQueue<Piece> pieces, HttpResponse<AsyncBody> response) {
        this.pieces = pieces;
        this.response = response;
    }

    /// A piece of the body, the end, or the failure that came instead.
    private record Piece(byte[] bytes, boolean end, @Nullable Throwable failure) {}

    /// Collects pieces before the response is known.
    static final class Inbox {

        private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();

        void receive(List<ByteBuffer> buffers) {
            int length = buffers.stream().mapToInt(ByteBuffer::remaining).sum();
            ByteBuffer all = ByteBuffer.allocate(length);
            buffers.forEach(all::put);
            pieces.add(new Piece(all.array(), false, null));
        }

        Exchange open(HttpResponse<AsyncBody> response) {
            response.body().done().whenComplete((done, failure) -> pieces.add(new Piece(new byte[0], true, failure)));
            return new Exchange(pieces, response);
        }
    }

    int status() {
        return response.code();
    }

    Map<String, List<String>> headers() {
        return response.headers();
    }

    /// The next bytes of the body; absent at its end.
    ///
    /// @throws Late when nothing came in time
    /// @throws IOException when the body ended too early
    byte @Nullable [] next(Duration within) throws IOException, Late, InterruptedException {
        if (!asked) {
            asked = true;
            response.body().consume();
        }
        Piece piece = pieces.poll(Math.max(1, within.toMillis()), TimeUnit.MILLISECONDS);
        if (piece == null) {
            throw new Late();
        }
        if (piece.failure() != null) {
            throw new IOException("the answer broke off", piece.failure());
        }
        if (piece.end()) {
            pieces.add(piece);
            return null;
        }
        response.body().consume();
        return piece.bytes();
    }

    @Override
    public void close() {
        response.body().cancel();
    }

    /// Nothing came in time.
    static final class Late extends Exception {}
}
