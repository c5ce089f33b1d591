package dev.signalbox.domain.board;

import java.time.Instant;
import java.util.List;

/// How the board stood when it was last shown, in words alone: what a start draws before anything else is opened.
///
/// @param at when it stood like that
/// @param lines from the top, as many as a large screen shows
public record BoardPreview(Instant at, List<Column> columns, List<Line> lines) {

    public BoardPreview {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
    }

    /// How a cell stood, as far as colour tells it; its word tells it too.
    public enum Tone {
        OK,
        WARN,
        BAD,
        RUN,
        IDLE
    }

    /// A column of an environment.
    public record Column(String name, boolean production) {}

    /// A group's heading, or a service.
    public sealed interface Line {}

    /// @param summary what was to be known of it (`3 services · 1 failing`)
    public record Group(String name, String summary, boolean failing) implements Line {}

    /// @param cells one per column
    public record Service(String name, List<Cell> cells) implements Line {

        public Service {
            cells = List.copyOf(cells);
        }
    }

    /// A service in an environment.
    ///
    /// @param version what ran; empty where nothing did
    /// @param word how it stood (`good`, `failed`)
    /// @param readAt when it was read
    public record Cell(String version, Tone tone, String word, Instant readAt) {}
}
