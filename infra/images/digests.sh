#!/bin/sh
# Writes, for compose, the images of this installation by what they hold (sha256) and not by their name, which
# whoever keeps a registry may move. On a machine that reaches the registries:
#
#     infra/images/digests.sh > docker-compose.digests.yml
#     docker compose -p mentorat -f docker-compose.yml -f docker-compose.digests.yml up -d --build
#
# What is written belongs to the moment and to the architectures of these images: keep the file with the release.
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd -P)

# exact IMAGE: the same image with its digest; without an answer nothing is written at all
exact() {
    digest=$(docker buildx imagetools inspect "$1" --format '{{.Manifest.Digest}}') || {
        echo "no answer about $1: is this machine connected, and has docker buildx?" >&2
        exit 1
    }
    case $digest in
        sha256:*) printf '%s@%s\n' "$1" "$digest" ;;
        *)
            echo "« $digest » is no digest of $1" >&2
            exit 1
            ;;
    esac
}

# argument FOLDER: "NAME IMAGE" of what the image in this folder is built from
argument() {
    sed -n 's/^ARG \([A-Z]*\)=\(.*\)$/\1 \2/p' "$root/$1/Dockerfile"
}

# the whole answer first: a file that is half right is worse than none
written=$(
    echo 'services:'
    # "service image" or "service build folder", in the order of the file
    sed -n '/^services:/,/^volumes:/p' "$root/docker-compose.yml" | while IFS= read -r line; do
        case $line in
            '  '[a-z]*:) service=${line#  } service=${service%:} image= ;;
            '    image: '*) image=${line#    image: } ;;
            '    build: '*) echo "$service build ${line#    build: ./}" ;;
            '') [ -z "${image:-}" ] || case $image in mentorat/*) ;; *) echo "$service image $image" ;; esac; image= ;;
        esac
    done | while read -r service what where; do
        if [ "$what" = image ]; then
            image=$(exact "$where") || exit 1
            printf '  %s:\n    image: %s\n' "$service" "$image"
        else
            built=$(argument "$where")
            image=$(exact "${built#* }") || exit 1
            printf '  %s:\n    build:\n      args:\n        %s: %s\n' "$service" "${built%% *}" "$image"
        fi
    done && echo '# end'
)
case $written in
    *'# end') printf '%s\n' "$written" | sed '$d' ;;
    *) exit 1 ;;
esac
