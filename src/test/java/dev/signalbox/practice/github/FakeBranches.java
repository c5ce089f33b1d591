package dev.signalbox.practice.github;

import dev.signalbox.practice.PushedBranches;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Branches of `acme/board`, each at one commit, without any Git.
final class FakeBranches implements PushedBranches {

    final Map<String, String> heads = new TreeMap<>(Map.of("main", "m1"));
    final Set<String> merged = new HashSet<>();

    @Override
    public String fullName() {
        return "acme/board";
    }

    @Override
    public Optional<String> head(String branch) {
        return Optional.ofNullable(heads.get(branch));
    }

    @Override
    public boolean contains(String branch, String commit) {
        return commit.equals(heads.get(branch)) || merged.contains(commit);
    }

    @Override
    public boolean remove(String branch) {
        return heads.remove(branch) != null;
    }
}
