/// What the practice cluster keeps and how it changes: kinds, versions, watch feeds, patches and admission rules.
@NullMarked
package dev.signalbox.practice.cluster.objects;

import org.jspecify.annotations.NullMarked;
