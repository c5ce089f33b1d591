package dev.signalbox.domain.board;

import java.util.List;

/// The board as described by its file and completed by discovery.
///
/// @param environments left to right, in the order in which releases travel
public record BoardSpec(List<EnvironmentSpec> environments, List<ServiceSpec> services) {

    /// Nothing described.
    public static final BoardSpec EMPTY = new BoardSpec(List.of(), List.of());
}
