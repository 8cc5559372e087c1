package fr.mentoratdurgence.matching.engine;

import java.util.Arrays;

/** Binary heap of (distance, node) without objects. A node may be in it several times; the reader skips old entries. */
final class MinHeap {
    private long[] distance = new long[64];
    private int[] node = new int[64];
    private int size;

    void clear() {
        size = 0;
    }

    boolean isEmpty() {
        return size == 0;
    }

    long nearest() {
        return distance[0];
    }

    void add(long d, int n) {
        if (size == node.length) {
            distance = Arrays.copyOf(distance, size * 2);
            node = Arrays.copyOf(node, size * 2);
        }
        int at = size++;
        while (at > 0 && distance[(at - 1) / 2] > d) {
            move((at - 1) / 2, at);
            at = (at - 1) / 2;
        }
        distance[at] = d;
        node[at] = n;
    }

    /** Removes the nearest entry and gives its node. */
    int take() {
        int taken = node[0];
        long d = distance[--size];
        int n = node[size];
        int at = 0;
        while (true) {
            int child = 2 * at + 1;
            if (child + 1 < size && distance[child + 1] < distance[child]) {
                child++;
            }
            if (child >= size || distance[child] >= d) {
                break;
            }
            move(child, at);
            at = child;
        }
        distance[at] = d;
        node[at] = n;
        return taken;
    }

    private void move(int from, int to) {
        distance[to] = distance[from];
        node[to] = node[from];
    }
}
