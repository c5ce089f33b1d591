package dev.signalbox.history.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.text.Redaction;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogBlocksTest {

    private static LogBlocks of(InputStream log) {
        return new LogBlocks(log, new LogCleaning(Redaction.SHAPES_ONLY));
    }

    private static List<LogBlocks.Block> blocks(String log) throws IOException {
        LogBlocks blocks = of(new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)));
        List<LogBlocks.Block> all = new ArrayList<>();
        for (Optional<LogBlocks.Block> next = blocks.next(); next.isPresent(); next = blocks.next()) {
            all.add(next.get());
        }
        return all;
    }

    @Test
    void anEmptyLogHasNoBlock() throws IOException {
        assertThat(blocks("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "one\n", "one\n\n\nfour\n", "\n", "one\r\ntwo\r\n"})
    void keepsEveryLine(String log) throws IOException {
        String text = blocks(log).stream().map(LogBlocks.Block::text).collect(Collectors.joining());
        String unix = log.replace("\r\n", "\n");
        assertThat(text).isEqualTo(unix.endsWith("\n") ? unix : unix + "\n");
    }

    @Test
    void cutsAtWholeLinesAndKnowsTheirNumbers() throws IOException {
        String log = IntStream.rangeClosed(1, 3_000).mapToObj(n -> "line " + n + "\n").collect(Collectors.joining());
        List<LogBlocks.Block> all = blocks(log);
        assertThat(all).hasSizeGreaterThan(1);
        assertThat(all).allSatisfy(block -> assertThat(block.text()).startsWith("line " + block.firstLine() + "\n"));
        assertThat(all.stream().map(LogBlocks.Block::text).collect(Collectors.joining())).isEqualTo(log);
        assertThat(all).allSatisfy(block -> assertThat(block.text().length()).isLessThan(LogBlocks.BLOCK + 100));
    }

    @Test
    void leavesTimesOutOfWhatIsToBeFound() throws IOException {
        LogBlocks.Block block = blocks("2026-11-20T14:01:55.1234567Z BUILD FAILURE\n").getFirst();
        assertThat(block.text()).startsWith("2026-11-20");
        assertThat(block.words()).isEqualTo("BUILD FAILURE\n");
    }

    @Test
    void keepsTheBeginningOfAHugeLineAndGoesOnAfterIt() throws IOException {
        String log = "before\n" + "x".repeat(5_000_000) + "\nafter\n";
        List<LogBlocks.Block> all = blocks(log);
        String text = all.stream().map(LogBlocks.Block::text).collect(Collectors.joining());
        assertThat(text).startsWith("before\nxxx").endsWith("\nafter\n").hasSize(7 + LogBlocks.LONGEST + 7);
    }

    @Test
    void takesBytesThatAreNoTextAsTheyCome() throws IOException {
        LogBlocks blocks = of(new ByteArrayInputStream(new byte[] {(byte) 0xff, (byte) 0xfe, 'a', '\n', 'b'}));
        assertThat(blocks.next().orElseThrow().text()).isEqualTo("\uFFFD\uFFFDa\nb\n");
        assertThat(blocks.lines()).isEqualTo(2);
    }

    @Test
    void readsAStreamThatGivesOneByteAtATime() throws IOException {
        InputStream slow = new ByteArrayInputStream("one\ntwo\n".getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(1, length));
            }
        };
        assertThat(of(slow).next().orElseThrow().text()).isEqualTo("one\ntwo\n");
    }
}
