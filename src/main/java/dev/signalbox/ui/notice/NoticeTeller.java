package dev.signalbox.ui.notice;

import dev.signalbox.domain.notice.Notice;
import dev.signalbox.domain.notice.NoticePace;
import dev.signalbox.domain.notice.NoticeWishes;
import dev.signalbox.domain.notice.Transitions;
import dev.signalbox.state.ConsoleState;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Looks at the state every now and then and tells what is news, as a person wishes. While it is quiet the news of that
/// time is dropped, and not saved up: the screens have it. Called by one thread at a time.
public final class NoticeTeller {

    private final Supplier<NoticeWishes> wishes;
    private final Consumer<Told> tell;
    private Transitions known = Transitions.NONE;
    private NoticePace pace = NoticePace.FRESH;
    private @Nullable ConsoleState seen;

    /// @param tell takes each notice
    public NoticeTeller(Supplier<NoticeWishes> wishes, Consumer<Told> tell) {
        this.wishes = wishes;
        this.tell = tell;
    }

    /// Looks at what is known now.
    public synchronized void look(ConsoleState state, Instant now) {
        NoticeWishes wanted = wishes.get();
        List<Notice> news = List.of();
        boolean unsettled = seen == null || seen.repositories() != state.repositories() || seen.runs() != state.runs()
                || seen.workloads() != state.workloads() || seen.described() != state.described();
        if (unsettled || !known.isSettled()) {
            Transitions.Look look = known.at(NoticeSights.of(state), now);
            known = look.known();
            news = look.notices().stream().filter(wanted::want).toList();
            seen = state;
        }
        if (!wanted.speaksAt(now)) {
            pace = NoticePace.FRESH;
            return;
        }
        NoticePace.Turn turn = pace.take(news, now);
        pace = turn.next();
        turn.single().forEach(notice -> tell.accept(NoticeWords.of(notice, state)));
        if (!turn.together().isEmpty()) {
            tell.accept(NoticeWords.together(turn.together()));
        }
    }
}
