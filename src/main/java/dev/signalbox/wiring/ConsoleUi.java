package dev.signalbox.wiring;

import dev.signalbox.desktop.Browser;
import dev.signalbox.desktop.Notifications;
import dev.signalbox.domain.notice.NoticeWishes;
import dev.signalbox.port.KeptLogs;
import dev.signalbox.state.Change;
import dev.signalbox.state.Store;
import dev.signalbox.ui.about.AboutBox;
import dev.signalbox.ui.accounts.ConnectionPages;
import dev.signalbox.ui.activity.ActivityScreen;
import dev.signalbox.ui.approvals.ApprovalsScreen;
import dev.signalbox.ui.board.BoardScreen;
import dev.signalbox.ui.bridge.FxInbox;
import dev.signalbox.ui.bridge.FxThread;
import dev.signalbox.ui.bridge.Heartbeat;
import dev.signalbox.ui.editor.BoardEditor;
import dev.signalbox.ui.keys.KeyTable;
import dev.signalbox.ui.link.Links;
import dev.signalbox.ui.notice.NotificationsPage;
import dev.signalbox.ui.notice.Told;
import dev.signalbox.ui.palette.PaletteSource;
import dev.signalbox.ui.plan.PlanSheetViewModel;
import dev.signalbox.ui.runs.RunsScreen;
import dev.signalbox.ui.search.KeptLogSearch;
import dev.signalbox.ui.settings.SettingsScreen;
import dev.signalbox.ui.settings.desktop.DesktopPage;
import dev.signalbox.ui.settings.diagnostics.DiagnosticsPage;
import dev.signalbox.ui.settings.polling.PollingChoice;
import dev.signalbox.ui.settings.polling.PollingPage;
import dev.signalbox.ui.settings.secrets.ForgetSheet;
import dev.signalbox.ui.settings.secrets.SecretsPage;
import dev.signalbox.ui.settings.team.TeamFilePage;
import dev.signalbox.ui.shell.Place;
import dev.signalbox.ui.shell.Shell;
import dev.signalbox.ui.shell.ShellViewModel;
import dev.signalbox.ui.team.TeamSheet;
import dev.signalbox.ui.theme.Look;
import dev.signalbox.ui.theme.SystemLook;
import dev.signalbox.ui.theme.Theme;
import dev.signalbox.ui.trigger.TriggerForm;
import dev.signalbox.ui.vault.VaultSheet;
import dev.signalbox.ui.words.TimeOfDay;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.InputEvent;
import org.jspecify.annotations.Nullable;

/// The screens, made of an engine. Built on the screen's thread; hears every state from then on.
final class ConsoleUi {

    private final ShellViewModel navigation;
    final PlanSheetViewModel sheet;
    private final Look look;
    private final Shell shell;
    private final BoardEditor editor;
    private final Links links;
    private final SavedNotices wishes;
    private final SavedClosing closing;
    private @Nullable NoticeWatch notices;
    private final FxInbox inbox;
    private final Heartbeat heartbeat;
    private final Store.Subscription subscription;

    /// @param leaving the ways out; absent where there is no window to leave
    ConsoleUi(
            Engine engine, FxThread fx, Machine machine, @Nullable Practice practice, @Nullable Leaving leaving) {
        Theme.loadFonts();
        List<String> oddFiles = SettingsNotices.of(engine);
        KeyTable keys = new KeyTable(new SavedKeys(engine.settings("keys.properties"), engine.threads().workers()));
        navigation = new ShellViewModel(keys);
        Store store = engine.store();
        TimeOfDay clock = new TimeOfDay(ZoneId.systemDefault());
        sheet = new PlanSheetViewModel(engine.operator());
        TriggerForm trigger = new TriggerForm(store::offer, sheet);
        Browser browser = new Browser(machine.system(), machine.programs(), engine.known::variables);
        Consumer<URI> openPage = page -> engine.threads().workers().execute(() -> browser.open(page));
        BoardScreen board = new BoardScreen(
                store::offer, sheet, navigation, trigger::open, openPage,
                new SavedBoard(engine.settings("board.properties"), engine.threads().workers()),
                engine.threads().workers(), fx);
        RunsScreen runs = new RunsScreen(
                store::offer, sheet, navigation, openPage,
                new KeptLogCopies(() -> kept(engine), engine.passing("kept"), engine.threads().workers(), fx),
                engine.threads().workers(), fx);
        board.hideWith(engine.known);
        runs.hideWith(engine.known);
        sheet.hideWith(engine.known);
        sheet.openPagesWith(openPage);
        ApprovalsScreen approvals = new ApprovalsScreen(
                engine.operator(), sheet, focus -> store.offer(new Change.FocusMoved("approvals", focus)), navigation);
        approvals.hideWith(engine.known);
        ActivityScreen activity = new ActivityScreen(engine.operator(), sheet, clock);
        activity.hideWith(engine.known);
        activity.openPagesWith(openPage);
        editor = new BoardEditor(
                engine.boards().texts(() -> store.current().team()), sheet, openPage, engine.threads().workers(), fx);
        TeamSheet team = new TeamSheet(engine.teamAnswers(), navigation.teamShownProperty(), editor::edit);
        VaultSheet vault = new VaultSheet(engine.vault(), navigation.vaultShownProperty());
        AboutBox about = new AboutBox(
                AboutThis.here().product(), AboutThis.runsOn(), AboutThis::licences, engine.threads().workers(), fx);
        look = look(engine, fx);
        wishes = new SavedNotices(
                engine.settings("notices.properties"), engine.threads().workers(), ZoneId.systemDefault());
        closing = new SavedClosing(engine.settings("tray.properties"), engine.threads().workers());
        Forgetting farewell = new Forgetting(engine, machine, leaving, practice != null);
        ForgetSheet forget = new ForgetSheet(farewell, engine.threads().workers(), fx);
        UpdateChecks updates = UpdateChecks.of(
                engine, machine, fx, practice != null, leaving == null ? null : leaving.written().config(), openPage);
        SettingsScreen settings = new SettingsScreen(
                new SettingsPages(
                        look, keys, connections(engine, fx, machine, leaving, openPage),
                        new ConfiguredValues(machine, engine.threads(), fx, leaving),
                        List.of(
                                new TeamFilePage(
                                        FollowedTeam.of(engine, fx, machine, leaving), machine.clock(), clock,
                                        editor::edit).page(),
                                editor.page(), pollingPage(engine.polling).page(),
                                notificationsPage(machine).page(), desktopPage(engine, fx, machine).page(),
                                updates.page(machine, clock).page(), secrets(engine, forget, farewell).page(),
                                diagnostics(engine, machine, fx).page()))
                        .all(),
                navigation);
        shell = new Shell(
                navigation, List.of(board, runs, approvals, activity, settings), sheet,
                List.of(
                        approvals, board, runs, keptLogs(engine, fx), editor, vault, about, settings,
                        new WaysOut(leaving, practice != null)),
                List.of(trigger, board.layer(), team, editor, vault, forget, about),
                practice == null
                        ? null
                        : new PracticeIncidents(practice.team(), engine.threads().workers(), engine::refresh),
                engine::refresh, clock);
        shell.hideWith(engine.known);
        shell.hang(board.wall());
        if (practice != null && leaving != null) {
            shell.leavePracticeWith(
                    () -> leaving.to(leaving.real()).ifPresent(why -> shell.say("Still here", why, null)));
        }
        navigation.trustWith(engine::trust);
        links = new Links(navigation::reach, shell::isCovered, words -> shell.say(words, "", null));
        shell.copyLinksWith(place -> copy(links.to(place)));
        updates.tell(words -> shell.say("Update", words, null));
        oddFiles.forEach(words -> shell.say("Settings", words, null));
        inbox = new FxInbox(fx, machine.clock());
        inbox.listen(shell::show);
        inbox.listen(trigger::show);
        inbox.listen(team::show);
        inbox.listen(editor::show);
        inbox.listen(links::show);
        engine.waking().tell(() -> fx.execute(sheet::distrust));
        inbox.listen(vault::show);
        shell.root().addEventFilter(InputEvent.ANY, input -> engine.vault().idle().touched());
        subscription = store.subscribe(inbox::offer);
        heartbeat = new Heartbeat(inbox::tick);
        heartbeat.start();
    }

    private static ConnectionPages connections(
            Engine engine, FxThread fx, Machine machine, @Nullable Leaving leaving, Consumer<URI> browser) {
        return new ConnectionPages(
                ConfiguredDesk.of(engine, fx, machine, leaving).openPagesWith(browser), machine.clock(),
                ZoneId.systemDefault());
    }

    private static PollingPage pollingPage(SavedPolling polling) {
        ObjectProperty<PollingChoice> chosen = new SimpleObjectProperty<>(polling.chosen());
        chosen.addListener((property, before, now) -> polling.choose(now));
        return new PollingPage(chosen);
    }

    private static Look look(Engine engine, FxThread fx) {
        SavedAppearance memory =
                new SavedAppearance(engine.settings("appearance.properties"), engine.threads().workers());
        return new Look(
                new SystemLook(fx.systemDark(), fx.systemStill()), memory,
                SavedAppearance.preset(engine.settings("window.properties").read()));
    }

    private static DiagnosticsPage diagnostics(Engine engine, Machine machine, FxThread fx) {
        Diagnostics report = new Diagnostics(
                machine, engine.folders, engine.store()::current, engine.log, engine.known);
        return new DiagnosticsPage(report, engine.threads().workers(), fx);
    }

    private SecretsPage secrets(Engine engine, ForgetSheet forget, Forgetting farewell) {
        SavedLocking locking = new SavedLocking(
                engine.settings("secrets.properties"), engine.vault().idle(), engine.threads().workers());
        locking.recall();
        return new SecretsPage(
                () -> navigation.vaultShownProperty().set(true), engine.vault().idle()::after, locking::change,
                forget::show, farewell.obstacle());
    }

    private PaletteSource keptLogs(Engine engine, FxThread fx) {
        LogLookup lookup = new LogLookup(() -> kept(engine), engine.threads().workers(), fx);
        return new KeptLogSearch(lookup, hit -> navigation.go(new Place.AtLog(
                hit.log().job(), Math.clamp(hit.line(), 1, Integer.MAX_VALUE))));
    }

    private static @Nullable KeptLogs kept(Engine engine) {
        Memory memory = engine.memory();
        return memory == null ? null : memory.logs();
    }

    Look look() {
        return look;
    }

    private void copy(Optional<String> link) {
        link.ifPresent(text -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
        shell.say(link.isPresent() ? "Link copied" : "No link leads here", link.orElse(""), null);
    }

    private NotificationsPage notificationsPage(Machine machine) {
        ObjectProperty<NoticeWishes> chosen = new SimpleObjectProperty<>(wishes.wishes());
        chosen.addListener((property, before, now) -> wishes.change(now));
        return new NotificationsPage(chosen, () -> tell(NoticeWatch.TEST), machine.clock(), ZoneId.systemDefault());
    }

    private DesktopPage desktopPage(Engine engine, FxThread fx, Machine machine) {
        return new DesktopPage(LoginChoice.of(machine, engine.threads().workers(), fx), closing);
    }

    /// Tells what is news, also while the window is out of sight, until this is closed.
    ///
    /// @param desktop closed with this
    void tellNews(Engine engine, FxThread fx, Machine machine, Notifications desktop) {
        NoticeWatch watch = new NoticeWatch(
                engine.store(), machine.clock(), wishes, desktop,
                (told, leads) -> fx.execute(() -> shell.say(
                        told.heading(), told.words(), leads ? () -> follow(told.link()) : null)),
                engine.threads().workers());
        notices = watch;
        engine.threads().every(NoticeWatch.EVERY, watch::look);
    }

    /// Goes where a link leads, when that disturbs nobody; does nothing for an empty one.
    void follow(String link) {
        if (!link.isEmpty()) {
            links.offer(link);
        }
    }

    /// Tells something that is no news, where the desktop or else the window tells news.
    void tell(Told told) {
        NoticeWatch watch = notices;
        if (watch != null) {
            watch.say(told);
        }
    }

    SavedClosing closing() {
        return closing;
    }

    Shell shell() {
        return shell;
    }

    ShellViewModel navigation() {
        return navigation;
    }

    PlanSheetViewModel sheet() {
        return sheet;
    }

    BoardEditor editor() {
        return editor;
    }

    /// Stops hearing. On the screen's thread.
    void close() {
        NoticeWatch watch = notices;
        if (watch != null) {
            // The desktop may not answer, and nobody waits for it.
            Thread.ofVirtual().name("notices").start(watch::close);
        }
        heartbeat.stop();
        subscription.close();
        inbox.close();
        look.close();
    }
}
