package dev.signalbox.ui.settings.team;

import dev.signalbox.domain.team.TeamStanding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A team file in memory that writes down what is asked of it.
final class FakeTeamFileDesk implements TeamFileDesk {

    static final Followed BOARD = new Followed(
            "https://git.example.com/acme/board.git", "main", "board.yaml", "Its token lies in the vault.",
            "Its token goes.");

    final List<Wanted> tried = new ArrayList<>();
    final List<Wanted> kept = new ArrayList<>();
    Optional<Followed> followed = Optional.empty();
    Optional<Path> ownBoard = Optional.empty();
    OwnBoard preset = OwnBoard.ON_TOP;
    TeamStanding standing = TeamStanding.NONE;
    String fixed = "";
    String refusal = "";
    Attempt came = new Attempt.Read("It is there.");
    boolean answers = true;
    boolean standsIn;
    int stopped;
    int watched;

    @Override
    public String fixed() {
        return fixed;
    }

    @Override
    public Optional<Followed> followed() {
        return followed;
    }

    @Override
    public TeamStanding standing() {
        return standing;
    }

    @Override
    public Runnable watch(Consumer<TeamStanding> told) {
        watched++;
        return () -> watched--;
    }

    @Override
    public Optional<Path> ownBoard() {
        return ownBoard;
    }

    @Override
    public OwnBoard preset() {
        return preset;
    }

    @Override
    public boolean standsIn() {
        return standsIn;
    }

    @Override
    public boolean takesKeys(String repository) {
        return repository.startsWith("git@");
    }

    @Override
    public boolean hasToken(String repository) {
        return followed.filter(now -> now.repository().equals(repository)).isPresent();
    }

    @Override
    public void attempt(Wanted wanted, Consumer<Attempt> told) {
        tried.add(wanted);
        if (answers) {
            told.accept(came);
        }
    }

    @Override
    public void follow(Wanted wanted, Consumer<String> failed) {
        kept.add(wanted);
        if (!refusal.isEmpty()) {
            failed.accept(refusal);
        }
    }

    @Override
    public void stop(Consumer<String> failed) {
        stopped++;
        if (!refusal.isEmpty()) {
            failed.accept(refusal);
        }
    }
}
