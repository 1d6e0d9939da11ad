package planted.semblance.app;

/// Stands for the annotation of any injection framework.
@interface Inject {
}
