package fr.mentoratdurgence.platform.readmodel;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For ops: the read models of this service, and their rebuild. */
@RestController
@RequestMapping("${mentorat.api}/ops/read-models")
class ReadModelApi {
    private final ReadModels readModels;

    ReadModelApi(ReadModels readModels) {
        this.readModels = readModels;
    }

    @GetMapping
    List<RebuildProgress> all() {
        return readModels.names().stream().map(readModels::progress).toList();
    }

    @GetMapping("/{name}")
    RebuildProgress one(@PathVariable String name) {
        return readModels.progress(name);
    }

    /** Starts a rebuild, or goes on with one that was interrupted. */
    @PostMapping("/{name}/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    RebuildProgress start(@PathVariable String name) {
        return readModels.start(name);
    }

    /** Gives a rebuild up; the live tables have never known of it. */
    @DeleteMapping("/{name}/rebuild")
    RebuildProgress cancel(@PathVariable String name) {
        return readModels.cancel(name);
    }
}
