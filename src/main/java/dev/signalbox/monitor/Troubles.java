package dev.signalbox.monitor;

import dev.signalbox.state.Change;
import dev.signalbox.state.Store;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What is wrong with the memory on this machine, gathered from those who use it: one may be well while another is not.
public final class Troubles {

    private final Store store;
    private final Map<String, String> sentences = new TreeMap<>();
    private String told = "";

    public Troubles(Store store) {
        this.store = store;
    }

    /// Takes note of what is wrong with `part`; an empty sentence when nothing is.
    synchronized void with(String part, String sentence) {
        sentences.put(part, sentence);
        String all = sentences.values().stream()
                .filter(s -> !s.isEmpty())
                .distinct()
                .collect(Collectors.joining(" "));
        if (!all.equals(told)) {
            told = all;
            store.offer(new Change.HistoryChecked(all));
        }
    }
}
