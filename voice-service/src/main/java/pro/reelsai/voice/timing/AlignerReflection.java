package pro.reelsai.voice.timing;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What a native executable needs of CMU Sphinx: it makes the components of {@code aligner.config.xml} by their names, and finds
 * their settings by the annotations of their fields.
 */
@RegisterForReflection(
        registerFullHierarchy = true,
        classNames = {
            "edu.cmu.sphinx.decoder.Decoder",
            "edu.cmu.sphinx.decoder.pruner.SimplePruner",
            "edu.cmu.sphinx.decoder.scorer.SimpleAcousticScorer",
            "edu.cmu.sphinx.decoder.search.PartitionActiveListFactory",
            "edu.cmu.sphinx.decoder.search.SimpleBreadthFirstSearchManager",
            "edu.cmu.sphinx.frontend.AutoCepstrum",
            "edu.cmu.sphinx.frontend.DataBlocker",
            "edu.cmu.sphinx.frontend.FrontEnd",
            "edu.cmu.sphinx.frontend.feature.BatchCMN",
            "edu.cmu.sphinx.frontend.feature.DeltasFeatureExtractor",
            "edu.cmu.sphinx.frontend.feature.FeatureTransform",
            "edu.cmu.sphinx.frontend.filter.Preemphasizer",
            "edu.cmu.sphinx.frontend.transform.DiscreteFourierTransform",
            "edu.cmu.sphinx.frontend.util.StreamDataSource",
            "edu.cmu.sphinx.frontend.window.RaisedCosineWindower",
            "edu.cmu.sphinx.linguist.acoustic.UnitManager",
            "edu.cmu.sphinx.linguist.acoustic.tiedstate.Sphinx3Loader",
            "edu.cmu.sphinx.linguist.acoustic.tiedstate.TiedStateAcousticModel",
            "edu.cmu.sphinx.linguist.dictionary.TextDictionary",
            "edu.cmu.sphinx.linguist.flat.FlatLinguist",
            "edu.cmu.sphinx.linguist.language.grammar.AlignerGrammar",
            "edu.cmu.sphinx.recognizer.Recognizer",
            "edu.cmu.sphinx.util.props.S4Boolean",
            "edu.cmu.sphinx.util.props.S4Component",
            "edu.cmu.sphinx.util.props.S4ComponentList",
            "edu.cmu.sphinx.util.props.S4Double",
            "edu.cmu.sphinx.util.props.S4Integer",
            "edu.cmu.sphinx.util.props.S4Property",
            "edu.cmu.sphinx.util.props.S4String",
            "edu.cmu.sphinx.util.props.S4StringList"
        })
final class AlignerReflection {
    private AlignerReflection() {}
}
