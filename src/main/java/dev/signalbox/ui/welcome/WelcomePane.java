package dev.signalbox.ui.welcome;

import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.scene.layout.StackPane;

/// The first page and the steps, one of them at a time.
final class WelcomePane extends StackPane {

    private final WizardModel model = new WizardModel();
    private final WelcomeView first;

    /// @param troubles what is wrong with what is set up, in sentences
    /// @param practise goes to the practice team, or says why it cannot
    /// @param opened opens the board, once everything is kept
    /// @param background where questions block
    /// @param fx the screen's thread
    WelcomePane(
            List<String> troubles, Supplier<Optional<String>> practise, SetupDesk desk, Runnable opened,
            InstantSource clock, Executor background, Executor fx) {
        setId("welcome-pane");
        getStylesheets().add(
                Objects.requireNonNull(WelcomePane.class.getResource("welcome.css")).toExternalForm());
        first = new WelcomeView(new WelcomeViewModel(troubles, practise), model::begin);
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
        getChildren().add(first);
        model.step().addListener((property, before, now) -> {
            if (before == Step.REPOSITORIES && now == Step.ACCOUNT) {
                account.clear();
            }
            getChildren().setAll(now == null ? first : wizard);
            if (now == null) {
                first.takeFocus();
            } else {
                wizard.takeFocus();
            }
        });
    }

    WizardModel model() {
        return model;
    }

    void takeFocus() {
        first.takeFocus();
    }
}
