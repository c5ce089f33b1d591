package dev.signalbox.provider.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.provider.http.WireAnswer.Flaw;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyReaderTest {

    private static final byte[] TEXT = "{\"id\":641}".repeat(100).getBytes(StandardCharsets.UTF_8);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Long> progress = new ArrayList<>();

    @Test
    void copiesABodyAsItIs() throws Exception {
        BodyReader reader = new BodyReader(10_000, progress::add);
        assertThat(reader.copy(entity(TEXT, TEXT.length, null), out)).isNull();
        assertThat(out.toByteArray()).isEqualTo(TEXT);
        assertThat(reader.length()).isEqualTo(TEXT.length);
        assertThat(progress.getLast()).isEqualTo(TEXT.length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "x-gzip"})
    void unpacksAndCountsWhatBecomesOfIt(String encoding) throws Exception {
        byte[] small = gzip(TEXT);
        BodyReader reader = new BodyReader(10_000, progress::add);
        assertThat(reader.copy(entity(small, -1, encoding), out)).isNull();
        assertThat(out.toByteArray()).isEqualTo(TEXT);
        assertThat(reader.length()).isEqualTo(TEXT.length);
        assertThat(progress.getLast()).as("bytes on the wire").isEqualTo(small.length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "zstd", "deflate", "gzip, gzip", "nonsense"})
    void anUnknownPackingIsNotGuessed(String encoding) throws Exception {
        assertThat(new BodyReader(10_000, progress::add).copy(entity(TEXT, -1, encoding), out))
                .isEqualTo(Flaw.UNKNOWN_ENCODING);
        assertThat(out.size()).isZero();
    }

    @Test
    void aLengthBeyondTheCeilingIsRefusedUnread() throws Exception {
        InputStream unreadable = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new AssertionError("it was read");
            }
        };
        assertThat(new BodyReader(100, progress::add).copy(new InputStreamEntity(unreadable, 101, null), out))
                .isEqualTo(Flaw.TOO_LARGE);
        assertThat(progress).isEmpty();
    }

    @Test
    void aBodyWithoutEndIsLeftAtTheCeiling() throws Exception {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] buffer, int from, int size) {
                return size;
            }
        };
        assertThat(new BodyReader(100_000, progress::add).copy(new InputStreamEntity(endless, -1, null), out))
                .isEqualTo(Flaw.TOO_LARGE);
        assertThat(out.size()).isLessThanOrEqualTo(100_000);
    }

    @Test
    void aBombIsLeftAtTheCeiling() throws Exception {
        byte[] bomb = gzip(new byte[20 << 20]);
        assertThat(bomb.length).isLessThan(100_000);
        assertThat(new BodyReader(1 << 20, progress::add).copy(entity(bomb, bomb.length, "gzip"), out))
                .isEqualTo(Flaw.TOO_LARGE);
        assertThat(out.size()).isLessThanOrEqualTo(1 << 20);
    }

    @Test
    void aCutArchiveIsNoShorterAnswer() throws Exception {
        byte[] small = gzip(TEXT);
        for (int length : List.of(0, 5, small.length / 2, small.length - 1)) {
            byte[] cut = Arrays.copyOf(small, length);
            assertThat(new BodyReader(10_000, progress::add).copy(entity(cut, -1, "gzip"), new ByteArrayOutputStream()))
                    .as("%s of %s bytes", length, small.length).isEqualTo(Flaw.CUT_SHORT);
        }
    }

    @Test
    void aDiskThatIsFullIsAnotherMatterThanTheServer() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        assertThatThrownBy(() -> new BodyReader(10_000, progress::add).copy(entity(TEXT, -1, null), full))
                .isInstanceOf(BodyReader.NotKept.class);
    }

    private static HttpEntity entity(byte[] bytes, long length, @Nullable String encoding) {
        return new InputStreamEntity(new ByteArrayInputStream(bytes), length, null, encoding);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        return packed.toByteArray();
    }
}
