"""The region pack of Panevėžys: data, and the scripts that made it from its inputs."""
