package dev.signalbox.history;

import dev.signalbox.domain.board.BoardPreview;
import dev.signalbox.domain.text.Redaction;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;

/// Keeps the board's preview in one small file. It is read while nothing else is open yet, so it needs no codec and no
/// library. A file that is missing, broken, too large, of another form or made under another configuration counts as none.
///
/// A check sum (CRC-32) of all that follows, then in [DataOutputStream]'s forms: the magic number with the number of the
/// form, the configuration's stamp, the preview.
public final class PreviewFile {

    private static final long MAGIC = 0x5369674c6f6f6b31L; // "SigLook1"

    /// More is not written, nor read.
    static final int LARGEST = 512 * 1024;

    private static final int MOST_COLUMNS = 100;
    private static final int MOST_LINES = 1_000;
    private static final List<BoardPreview.Tone> TONES = List.of(BoardPreview.Tone.values());

    private final Path file;

    /// @param folder the data folder, which nobody else may enter
    public PreviewFile(Path folder) {
        file = folder.resolve("last-state-preview.bin");
    }

    /// What was kept; absent when there is nothing that can be used.
    ///
    /// @param stamp the configuration that it must have been made under
    public Optional<BoardPreview> read(String stamp) {
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LARGEST) {
                return Optional.empty();
            }
            byte[] all = Files.readAllBytes(file);
            if (all.length < Long.BYTES || ByteBuffer.wrap(all).getLong() != sumOf(all, Long.BYTES)) {
                return Optional.empty();
            }
            DataInputStream in = new DataInputStream(
                    new ByteArrayInputStream(all, Long.BYTES, all.length - Long.BYTES));
            if (in.readLong() != MAGIC || !in.readUTF().equals(stamp)) {
                return Optional.empty();
            }
            return Optional.of(preview(in));
        } catch (IOException | RuntimeException broken) {
            return Optional.empty();
        }
    }

    /// Keeps this one instead. After a crash the old or the new one is there.
    ///
    /// @param redaction takes out of every text what looks like a secret, and the secrets that the console holds by now
    /// @throws IOException when it cannot be written, or is too large to be kept
    public void write(BoardPreview preview, String stamp, Redaction redaction) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(0);
        out.writeLong(MAGIC);
        out.writeUTF(stamp);
        write(preview, out, redaction::hideWhole);
        byte[] all = bytes.toByteArray();
        if (all.length > LARGEST) {
            throw new IOException("Too large to be kept");
        }
        ByteBuffer content = ByteBuffer.wrap(all);
        content.putLong(0, sumOf(all, Long.BYTES));
        new WholeFile(file).replace(channel -> {
            while (content.hasRemaining()) {
                channel.write(content);
            }
        });
    }

    private static void write(BoardPreview preview, DataOutputStream out, UnaryOperator<String> safe)
            throws IOException {
        out.writeLong(preview.at().toEpochMilli());
        out.writeInt(preview.columns().size());
        for (BoardPreview.Column column : preview.columns()) {
            out.writeUTF(safe.apply(column.name()));
            out.writeBoolean(column.production());
        }
        out.writeInt(preview.lines().size());
        for (BoardPreview.Line line : preview.lines()) {
            switch (line) {
                case BoardPreview.Group group -> {
                    out.writeBoolean(true);
                    out.writeUTF(safe.apply(group.name()));
                    out.writeUTF(safe.apply(group.summary()));
                    out.writeBoolean(group.failing());
                }
                case BoardPreview.Service service -> {
                    out.writeBoolean(false);
                    out.writeUTF(safe.apply(service.name()));
                    out.writeInt(service.cells().size());
                    for (BoardPreview.Cell cell : service.cells()) {
                        out.writeUTF(safe.apply(cell.version()));
                        out.writeByte(cell.tone().ordinal());
                        out.writeUTF(safe.apply(cell.word()));
                        out.writeLong(cell.readAt().toEpochMilli());
                    }
                }
            }
        }
    }

    private static BoardPreview preview(DataInputStream in) throws IOException {
        Instant at = Instant.ofEpochMilli(in.readLong());
        List<BoardPreview.Column> columns = new ArrayList<>();
        for (int left = count(in, MOST_COLUMNS); left > 0; left--) {
            columns.add(new BoardPreview.Column(in.readUTF(), in.readBoolean()));
        }
        List<BoardPreview.Line> lines = new ArrayList<>();
        for (int left = count(in, MOST_LINES); left > 0; left--) {
            lines.add(in.readBoolean()
                    ? new BoardPreview.Group(in.readUTF(), in.readUTF(), in.readBoolean())
                    : new BoardPreview.Service(in.readUTF(), cells(in)));
        }
        if (in.read() >= 0) {
            throw new IOException("More than was expected");
        }
        return new BoardPreview(at, columns, lines);
    }

    private static List<BoardPreview.Cell> cells(DataInputStream in) throws IOException {
        List<BoardPreview.Cell> cells = new ArrayList<>();
        for (int left = count(in, MOST_COLUMNS); left > 0; left--) {
            cells.add(new BoardPreview.Cell(
                    in.readUTF(), TONES.get(in.readUnsignedByte()), in.readUTF(),
                    Instant.ofEpochMilli(in.readLong())));
        }
        return cells;
    }

    private static int count(DataInputStream in, int most) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > most) {
            throw new IOException("Not a preview");
        }
        return count;
    }

    private static long sumOf(byte[] all, int from) {
        CRC32 sum = new CRC32();
        sum.update(all, from, all.length - from);
        return sum.getValue();
    }
}
