package fr.mentoratdurgence.planted.needs;

import org.springframework.web.bind.annotation.RestController;

@RestController
class Endpoint {}
