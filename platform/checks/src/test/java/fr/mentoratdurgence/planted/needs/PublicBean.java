package fr.mentoratdurgence.planted.needs;

import org.springframework.stereotype.Component;

@Component
public class PublicBean {}
