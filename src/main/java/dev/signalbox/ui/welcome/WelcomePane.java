package dev.signalbox.ui.welcome;

import dev.signalbox.domain.ConnectionId;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The first page and the steps, one of them at a time.
final class WelcomePane extends StackPane {

    private final WizardModel model;
    private final @Nullable WelcomeView first;
    private final Runnable home;

    /// With a first page.
    ///
    /// @param troubles what went wrong before, in sentences
    /// @param practise goes to the practice team, or says why it cannot
    /// @param opened opens the board, once everything is kept
    static WelcomePane whole(
            List<String> troubles, Supplier<Optional<String>> practise, SetupDesk desk, Runnable opened,
            InstantSource clock, Executor background, Executor fx) {
        WizardModel model = new WizardModel(Step.ACCOUNT, List.of());
        WelcomeView first = new WelcomeView(new WelcomeViewModel(troubles, practise), model::begin);
        return new WelcomePane(model, first, desk, opened, clock, background, fx);
    }

    /// The first page alone, for somebody whose own file cannot be used.
    static WelcomePane mending(
            Path file, List<String> troubles, Supplier<Optional<String>> practise, Runnable again) {
        WizardModel nowhere = new WizardModel(Step.ACCOUNT, List.of());
        return new WelcomePane(
                nowhere, WelcomeView.mending(new WelcomeViewModel(troubles, practise), file, again), again);
    }

    private WelcomePane(WizardModel model, @Nullable WelcomeView first, Runnable home) {
        this.model = model;
        this.first = first;
        this.home = home;
        setId("welcome-pane");
        getStylesheets().add(
                Objects.requireNonNull(WelcomePane.class.getResource("welcome.css")).toExternalForm());
        if (first != null) {
            getChildren().add(first);
        }
    }

    /// The steps alone, for one more account or cluster.
    ///
    /// @param taken names that connections have already
    /// @param home leads away, also when somebody goes back from the first step
    static WelcomePane steps(
            List<ConnectionId> taken, Step begin, SetupDesk desk, Runnable home, InstantSource clock,
            Executor background, Executor fx) {
        return new WelcomePane(new WizardModel(begin, taken), null, desk, home, clock, background, fx);
    }

    /// @param background where questions block
    /// @param fx the screen's thread
    private WelcomePane(
            WizardModel model, @Nullable WelcomeView first, SetupDesk desk, Runnable opened, InstantSource clock,
            Executor background, Executor fx) {
        this(model, first, opened);
        Supplier<Asking> asking = () -> new Asking(background, fx);
        Map<Step, StepPage> pages = new EnumMap<>(Step.class);
        AccountViewModel account = new AccountViewModel(desk, asking.get(), model::taken, model::signedIn);
        pages.put(Step.ACCOUNT, new AccountPage(account));
        pages.put(Step.ABILITIES, new AbilitiesPage(model));
        pages.put(Step.REPOSITORIES, new RepositoriesPage(new RepositoriesViewModel(desk, asking.get(), model)));
        pages.put(Step.CLUSTERS, new ClustersPage(new ClustersViewModel(desk, asking.get(), model, clock)));
        pages.put(Step.BOARD, new ProposalPage(new ProposalViewModel(desk, asking.get(), model)));
        pages.put(Step.DONE, new DonePage(new DoneViewModel(desk, asking.get(), model, opened)));
        WizardView wizard = new WizardView(model, pages);
        model.step().addListener((property, before, now) -> {
            if (before == Step.REPOSITORIES && now == Step.ACCOUNT && model.sheet().get() == null) {
                account.clear(); // for one more; whoever only went back pastes for the server that stands there
            } else if (before == Step.ACCOUNT && now == Step.REPOSITORIES) {
                account.show(model.current());
            }
            if (now == null) {
                leave();
            } else {
                getChildren().setAll(wizard);
                wizard.takeFocus();
            }
        });
    }

    /// Before the first step.
    private void leave() {
        if (first == null) {
            home.run();
        } else {
            getChildren().setAll(first);
            first.takeFocus();
        }
    }

    WizardModel model() {
        return model;
    }

    void takeFocus() {
        if (first == null) {
            model.begin();
        } else {
            first.takeFocus();
        }
    }
}
