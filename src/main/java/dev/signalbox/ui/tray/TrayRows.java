package dev.signalbox.ui.tray;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.text.Redaction;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.domain.tray.TrayEntry;
import dev.signalbox.domain.tray.TrayFace;
import dev.signalbox.domain.tray.TraySection;
import dev.signalbox.domain.tray.TraySign;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.approvals.WaitingForMe;
import dev.signalbox.ui.board.BoardGlance;
import dev.signalbox.ui.link.Links;
import dev.signalbox.ui.shell.Place;
import dev.signalbox.ui.words.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// What the tray shows, from what is known. Pure.
///
/// The tray belongs to another program, which may read labels as markup: names come without the characters that begin any.
final class TrayRows {

    /// So many of a kind are named; a menu in the corner of the screen is no list.
    static final int MOST = 5;

    private static final int LONGEST_NAME = 40;

    private TrayRows() {}

    static TrayFace of(ConsoleState state, BoardGlance.Seen board, List<WaitingForMe> waiting) {
        List<TraySection> sections = new ArrayList<>();
        add(
                sections, "Waiting for you", waiting, "signalbox://approvals",
                w -> new TrayEntry(
                        name(w.service()) + " to " + name(w.environment()),
                        Links.to(new Place.AtApproval(w.run(), w.environment()), state)
                                .orElse("signalbox://approvals")));
        add(
                sections, "Failing", board.cells(), "signalbox://board",
                c -> new TrayEntry(
                        name(c.service()) + " in " + name(c.environment()),
                        Links.to(new Place.AtTarget(c.service(), c.environment()), state)
                                .orElse("signalbox://board")));
        int silent = (int) state.connections().values().stream().filter(c -> !isLive(c)).count();
        boolean dark = silent == state.connections().size();
        return new TrayFace(
                sign(board, waiting.size(), silent, dark), waiting.size(), words(state, board, waiting.size(), silent),
                sections);
    }

    private static boolean isLive(Connection connection) {
        return connection.lamp() == Connection.Lamp.LIVE;
    }

    /// The worst first. What is known to be bad stays bad while some connection is silent; only that all is well cannot be
    /// said then.
    private static TraySign sign(BoardGlance.Seen board, int waiting, int silent, boolean dark) {
        if (dark) {
            return TraySign.STALE;
        }
        if (board.failing() > 0) {
            return TraySign.FAILING;
        }
        if (board.moving() > 0) {
            return TraySign.MOVING;
        }
        if (waiting > 0) {
            return TraySign.WAITING;
        }
        if (board.drifted() > 0) {
            return TraySign.DRIFTED;
        }
        return silent > 0 || !board.known() ? TraySign.STALE : TraySign.WELL;
    }

    private static String words(ConsoleState state, BoardGlance.Seen board, int waiting, int silent) {
        if (state.connections().isEmpty()) {
            return "Nothing is connected";
        }
        List<String> parts = new ArrayList<>();
        count(parts, board.failing(), "failing");
        count(parts, waiting, waiting == 1 ? "waits for you" : "wait for you");
        count(parts, board.moving(), "moving");
        count(parts, board.drifted(), "drifted");
        if (silent == state.connections().size()) {
            boolean tried = state.connections().values().stream()
                    .anyMatch(c -> c.lamp() != Connection.Lamp.CONNECTING);
            String now = tried ? "Nothing is current" : "Not read yet";
            return parts.isEmpty() ? now : now + "; last known: " + String.join(", ", parts);
        }
        if (silent > 0) {
            parts.add(Numbers.counted(silent, "connection", "connections") + " not current");
        }
        if (!parts.isEmpty()) {
            return String.join(", ", parts);
        }
        return board.known() ? "All well" : "Not read yet";
    }

    private static void count(List<String> parts, int count, String what) {
        if (count > 0) {
            parts.add(Numbers.grouped(count) + " " + what);
        }
    }

    private static <T> void add(
            List<TraySection> sections, String heading, List<T> all, String screen, Function<T, TrayEntry> entry) {
        if (all.isEmpty()) {
            return;
        }
        List<TrayEntry> entries = new ArrayList<>(all.stream().limit(MOST).map(entry).toList());
        if (all.size() > MOST) {
            entries.add(new TrayEntry("and " + Numbers.grouped(all.size() - MOST) + " more", screen));
        }
        sections.add(new TraySection(heading, entries));
    }

    private static String name(String remote) {
        return SafeText.line(Redaction.SHAPES_ONLY.hide(remote), LONGEST_NAME)
                .replace('<', '‹')
                .replace('>', '›')
                .replace('&', '＆');
    }
}
