package dev.signalbox.ui.welcome;

import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.setup.RepositoryChoice;
import dev.signalbox.domain.setup.Told;
import dev.signalbox.domain.text.SafeText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Repositories as rows. Pure.
final class RepositoryLines {

    private static final int LONGEST = 100;

    private RepositoryLines() {}

    /// Those in which every word of the search occurs, in the order in which they came.
    static List<RepositoryLine> of(List<RepositoryChoice> all, String search, Set<RepositoryId> chosen) {
        return found(all, search).stream().map(choice -> line(choice, chosen.contains(choice.id()))).toList();
    }

    /// What the search finds.
    static List<RepositoryChoice> found(List<RepositoryChoice> all, String search) {
        List<String> words = Arrays.stream(search.toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty()).toList();
        return all.stream()
                .filter(choice -> words.stream()
                        .allMatch((choice.group() + "/" + choice.name()).toLowerCase(Locale.ROOT)::contains))
                .toList();
    }

    private static RepositoryLine line(RepositoryChoice choice, boolean chosen) {
        List<String> more = new ArrayList<>();
        if (choice.hasDeployments() == Told.YES) {
            more.add("has deployments");
        }
        if (choice.archived()) {
            more.add("archived");
        }
        return new RepositoryLine(
                choice.id(), SafeText.line(choice.group() + "/" + choice.name(), LONGEST), String.join(" · ", more),
                chosen);
    }

    /// How many there are and how many are chosen.
    static String count(List<RepositoryChoice> all, int shown, int chosen) {
        String there = all.size() == 1 ? "1 repository" : all.size() + " repositories";
        return chosen + " of " + there + " chosen" + (shown == all.size() ? "" : " · " + shown + " found");
    }
}
