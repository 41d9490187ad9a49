package io.tact.profile.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which of some things belong together (Tarjan's disjoint sets). */
final class Groups<T> {
    private final Map<T, T> parents = new HashMap<>();

    void add(T one) {
        parents.putIfAbsent(one, one);
    }

    void join(T one, T other) {
        add(one);
        add(other);
        parents.put(rootOf(one), rootOf(other));
    }

    T rootOf(T one) {
        T root = one;
        T parent = parents.getOrDefault(root, root);
        while (!parent.equals(root)) {
            root = parent;
            parent = parents.getOrDefault(root, root);
        }
        parents.put(one, root);
        return root;
    }

    Collection<List<T>> all() {
        return parents.keySet().stream().collect(Collectors.groupingBy(this::rootOf)).values();
    }
}
