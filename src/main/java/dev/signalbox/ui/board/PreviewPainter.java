package dev.signalbox.ui.board;

import dev.signalbox.domain.board.BoardPreview;
import dev.signalbox.ui.theme.TokenColours;
import dev.signalbox.ui.words.Durations;
import java.time.Instant;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontSmoothingType;
import javafx.scene.text.Text;

/// Paints a preview where the board will be, so that nothing jumps when the board takes its place.
final class PreviewPainter {

    /// Sizes that the sheets give the same parts (`console.css`, `compact.css`, `board.css`).
    ///
    /// @param top height of the bar on top; `foot` of the one below
    /// @param across room beside the page; `down` above it; `gap` between its parts
    /// @param bar height of the filters
    private record Sizes(
            double top, double foot, double across, double down, double gap, double bar, double group, double service,
            double inset) {}

    private static final Sizes USUAL = new Sizes(48, 28, 18, 14, 10, 30, 29, 53, 5);
    private static final Sizes COMPACT = new Sizes(40, 24, 12, 8, 6, 26, 25, 43, 3);
    private static final double NAVIGATION = 56;
    private static final double HEADING = 28;
    private static final double STALE = 0.72;
    private static final String MORE = "…";

    private final BoardPreview preview;
    private final TokenColours tokens;
    private final Sizes sizes;
    private final Instant now;
    private final Text ruler = new Text();
    private final Font title = new Font("Inter SemiBold", 16);
    private final Font name = new Font("Inter SemiBold", 13);
    private final Font section = new Font("Inter Medium", 11);
    private final Font body = new Font("Inter", 13);
    private final Font sub = new Font("Inter", 12);
    private final Font words = new Font("Inter", 11);
    private final Font version = new Font("JetBrains Mono Medium", 12.5);

    PreviewPainter(BoardPreview preview, TokenColours tokens, boolean compact, Instant now) {
        this.preview = preview;
        this.tokens = tokens;
        this.sizes = compact ? COMPACT : USUAL;
        this.now = now;
    }

    /// @param zoom the size of everything, 1 for 100 %
    void paint(GraphicsContext g, double wide, double high, double zoom) {
        double width = wide / zoom;
        double height = high / zoom;
        g.save();
        g.scale(zoom, zoom);
        g.setFontSmoothingType(FontSmoothingType.GRAY);
        g.setTextBaseline(VPos.CENTER);
        fill(g, "bg-0", 0, 0, width, height);
        double left = NAVIGATION + sizes.across;
        double page = Math.max(0, width - left - sizes.across);
        double y = sizes.top + sizes.down;
        text(g, "Board", title, tokens.get("fg-0"), left, y + sizes.bar / 2, page);
        double after = left + widthOf("Board", title) + 16;
        text(g, PreviewPane.words(preview, now), body, tokens.get("fg-1"), after, y + sizes.bar / 2, page);
        y += sizes.bar + sizes.gap;
        Columns columns = Columns.of(page, preview.columns().size());
        heading(g, columns, left, y);
        fill(g, "line", left, y + HEADING - 1, page, 1);
        y += HEADING;
        double end = height - sizes.foot - sizes.down;
        for (BoardPreview.Line line : preview.lines()) {
            double lineHeight = line instanceof BoardPreview.Group ? sizes.group : sizes.service;
            if (y + lineHeight > end) {
                break;
            }
            // Not a switch: the first one over types takes a start longer than all of this.
            if (line instanceof BoardPreview.Group group) {
                group(g, group, left, y, page);
            } else if (line instanceof BoardPreview.Service service) {
                service(g, service, columns, left, y);
            }
            fill(g, "line-soft", left, y + lineHeight - 1, page, 1);
            y += lineHeight;
        }
        frame(g, width, height);
        g.restore();
    }

    private void heading(GraphicsContext g, Columns columns, double left, double y) {
        double middle = y + HEADING / 2;
        text(g, "SERVICE", section, tokens.get("fg-2"), left + columns.left(), middle, columns.service());
        for (int i = 0; i < preview.columns().size(); i++) {
            BoardPreview.Column column = preview.columns().get(i);
            text(g, column.name().toUpperCase(Locale.ROOT), section,
                    tokens.get(column.production() ? "production" : "fg-2"), left + columns.cellAt(i), middle,
                    columns.cell());
        }
    }

    private void group(GraphicsContext g, BoardPreview.Group group, double left, double y, double page) {
        fill(g, "bg-1", left, y, page, sizes.group - 1);
        double middle = y + sizes.group / 2;
        double x = left + 28;
        text(g, group.name(), sub, tokens.get("fg-1"), x, middle, page / 2);
        text(g, "· " + group.summary(), sub, tokens.get(group.failing() ? "bad" : "fg-2"),
                x + widthOf(group.name(), sub) + 6, middle, page / 2);
    }

    private void service(
            GraphicsContext g, BoardPreview.Service service, Columns columns, double left, double y) {
        text(g, service.name(), name, tokens.get("fg-0"), left + columns.left(), y + sizes.service / 2,
                columns.service() - 12);
        int count = Math.min(service.cells().size(), preview.columns().size());
        for (int i = 0; i < count; i++) {
            cell(g, service.cells().get(i), left + columns.cellAt(i), y + sizes.inset, columns.cell(),
                    sizes.service - 1 - 2 * sizes.inset);
        }
    }

    private void cell(
            GraphicsContext g, BoardPreview.Cell cell, double x, double y, double width, double height) {
        if (cell.version().isEmpty()) {
            text(g, "–", version, pale("fg-2"), x + 12, y + height / 2, width);
            return;
        }
        round(g, "line", x, y, width, height, 7);
        round(g, edge(cell.tone()), x, y + 1, width - 1, height - 2, 7);
        round(g, ground(cell.tone()), x + 3, y + 1, width - 4, height - 2, 6);
        double room = width - 21;
        text(g, cell.version(), version, pale("fg-0"), x + 12, y + height / 2 - 8, room);
        text(g, cell.word() + " · as of " + Durations.age(cell.readAt(), now), words, pale("fg-1"), x + 12,
                y + height / 2 + 8, room);
    }

    private static String edge(BoardPreview.Tone tone) {
        return switch (tone) {
            case OK -> "ok";
            case WARN -> "warn";
            case BAD -> "bad";
            case RUN -> "run";
            case IDLE -> "idle";
        };
    }

    private static String ground(BoardPreview.Tone tone) {
        return switch (tone) {
            case BAD -> "failing";
            case RUN -> "run-weak";
            case OK, WARN, IDLE -> "bg-2";
        };
    }

    /// Navigation and bars, without what can be pressed in them.
    private void frame(GraphicsContext g, double width, double height) {
        fill(g, "bg-1", 0, 0, width, sizes.top - 1);
        fill(g, "line", 0, sizes.top - 1, width, 1);
        text(g, "Signalbox", new Font("Inter SemiBold", 14), tokens.get("fg-0"), 45, sizes.top / 2, width);
        fill(g, "bg-1", 0, sizes.top, NAVIGATION - 1, height - sizes.top);
        fill(g, "line", NAVIGATION - 1, sizes.top, 1, height - sizes.top);
        fill(g, "bg-1", 0, height - sizes.foot, width, sizes.foot);
        fill(g, "line", 0, height - sizes.foot, width, 1);
    }

    private void fill(GraphicsContext g, String token, double x, double y, double width, double height) {
        g.setFill(tokens.get(token));
        g.fillRect(x, y, width, height);
    }

    /// As on the board, where a cell that is not current lets the ground through.
    private Color pale(String token) {
        return tokens.get("bg-0").interpolate(tokens.get(token), STALE);
    }

    private void round(
            GraphicsContext g, String token, double x, double y, double width, double height, double radius) {
        g.setFill(pale(token));
        g.fillRoundRect(x, y, width, height, 2 * radius, 2 * radius);
    }

    private void text(GraphicsContext g, String text, Font font, Color colour, double x, double y, double room) {
        g.setFont(font);
        g.setFill(colour);
        g.fillText(fitting(text, font, room), x, y);
    }

    /// The text, or as much of it as there is room for.
    private String fitting(String text, Font font, double room) {
        double whole = widthOf(text, font);
        if (whole <= room) {
            return text;
        }
        int length = (int) Math.clamp(text.length() * (room / whole), 1, text.length());
        while (length > 1 && widthOf(text.substring(0, length) + MORE, font) > room) {
            length--;
        }
        return text.substring(0, length) + MORE;
    }

    private double widthOf(String text, Font font) {
        ruler.setFont(font);
        ruler.setText(text);
        return ruler.getLayoutBounds().getWidth();
    }
}
