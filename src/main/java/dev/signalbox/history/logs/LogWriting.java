package dev.signalbox.history.logs;

import dev.signalbox.domain.ci.KeptLog;
import dev.signalbox.port.JournalFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes one log in pieces, each a transaction of its own, so that nobody waits long for a large one. A log that was not
/// written to its end is not found by anybody and goes away.
final class LogWriting implements AutoCloseable {

    /// Blocks per transaction: about 4 MB of text.
    private static final int PIECE = 256;

    /// What the index takes on the disk of each byte of text, about: measured with build logs.
    private static final int INDEX_SHARE = 6;

    private final ArchiveFile file;
    private final KeptLog about;
    private final long most;
    private long id;
    private long size;
    private boolean complete;

    /// @param most bytes on the disk that one log may take; of a longer one the beginning is kept
    LogWriting(ArchiveFile file, KeptLog about, long most) {
        this.file = file;
        this.about = about;
        this.most = most;
    }

    void write(Path log, LogCleaning cleaning) throws JournalFailure, IOException {
        id = file.runWhole(connection -> ArchiveRows.begin(connection, about));
        try (InputStream in = Files.newInputStream(log)) {
            LogBlocks blocks = new LogBlocks(in, cleaning);
            List<LogBlocks.Block> piece;
            do {
                piece = piece(blocks);
                List<LogBlocks.Block> written = piece;
                file.runWhole(connection -> insert(connection, written));
            } while (piece.size() == PIECE && size < most);
        }
        complete = file.runWhole(connection -> ArchiveRows.finish(connection, id, size));
    }

    private static List<LogBlocks.Block> piece(LogBlocks blocks) throws IOException {
        List<LogBlocks.Block> piece = new ArrayList<>();
        for (Optional<LogBlocks.Block> next = blocks.next(); next.isPresent(); next = blocks.next()) {
            piece.add(next.get());
            if (piece.size() == PIECE) {
                break;
            }
        }
        return piece;
    }

    private int insert(Connection connection, List<LogBlocks.Block> blocks) throws SQLException {
        try (PreparedStatement block = connection.prepareStatement(
                "insert into block(log, first_line) values (?, ?) returning id");
                PreparedStatement content =
                        connection.prepareStatement("insert into content(block, text) values (?, ?)");
                PreparedStatement words = connection.prepareStatement("insert into words(rowid, text) values (?, ?)")) {
            for (LogBlocks.Block each : blocks) {
                byte[] packed = Packed.of(each.text());
                block.setLong(1, id);
                block.setLong(2, each.firstLine());
                try (ResultSet rows = block.executeQuery()) {
                    content.setLong(1, rows.getLong(1));
                    words.setLong(1, rows.getLong(1));
                }
                content.setBytes(2, packed);
                content.executeUpdate();
                words.setString(2, each.words());
                words.executeUpdate();
                size += packed.length + each.words().length() / INDEX_SHARE;
            }
            return blocks.size();
        }
    }

    /// Takes back what was written of a log that did not come to its end.
    @Override
    public void close() throws JournalFailure {
        if (!complete && id != 0) {
            file.runWhole(connection -> ArchiveRows.remove(connection, id));
        }
    }
}
